package news.kiosque.events;

/** What the newsroom decided of how related articles and searches are made; every instance goes by it at once. */
public sealed interface RelatedSetting extends Event permits AliasesAgreed, ModelLearned, ModelChosen {

    Order order();
}
