package news.kiosque.consent.outbox;

import news.kiosque.platform.kafka.OutgoingEvent;

/** An event that is stored and not yet on Kafka, and the document that it lies in. */
public record Waiting(String document, OutgoingEvent event) {}
