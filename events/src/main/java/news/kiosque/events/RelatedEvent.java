package news.kiosque.events;

/** Something about the computed list of related articles of one article. */
public sealed interface RelatedEvent extends Event permits RelatedComputed, RelatedOutdated, RelatedDeferred {

    String articleId();

    @Override
    default String key() {
        return articleId();
    }
}
