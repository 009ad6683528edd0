package news.kiosque.events;

/** Something that happened and that another service may hear of, in a record of strings, numbers, instants and lists. */
public sealed interface Event
        permits ArticleEvent, RelatedEvent, PageEvent, ConsentEvent, NoticePublished, LedgerSealed, RelatedSetting {

    /** The Kafka key: whose state this is. Never empty. */
    String key();
}
