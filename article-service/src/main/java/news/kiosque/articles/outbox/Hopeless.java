package news.kiosque.articles.outbox;

import news.kiosque.platform.kafka.OutgoingEvent;

/** Kafka will never take this event, however often it is sent. */
final class Hopeless extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String event;

    Hopeless(OutgoingEvent event, Throwable cause) {
        super(cause.toString(), cause);
        this.event = event.id();
    }

    String event() {
        return event;
    }
}
