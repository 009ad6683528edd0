package news.kiosque.platform.outbox;

import news.kiosque.platform.kafka.OutgoingEvent;

/** Kafka will never take this event, however often it is sent. */
public final class Hopeless extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String event;

    Hopeless(OutgoingEvent event, Throwable cause) {
        super(cause.toString(), cause);
        this.event = event.id();
    }

    /** Id of the event. */
    public String event() {
        return event;
    }
}
