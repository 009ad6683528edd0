package news.kiosque.articles.outbox;

/** A collection whose documents have an outbox. */
public record OutboxCollection(String name) {}
