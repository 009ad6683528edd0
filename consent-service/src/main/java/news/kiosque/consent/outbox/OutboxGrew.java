package news.kiosque.consent.outbox;

/** Something was stored that Kafka should hear of: the relay need not wait for its next round. */
public record OutboxGrew() {}
