package news.kiosque.platform.outbox;

/** Kafka will never take one of the events that were sent together; sent one by one, they show which. */
public final class Suspect extends RuntimeException {
    private static final long serialVersionUID = 1;

    Suspect(Throwable cause) {
        super("One of several events will never be taken", cause);
    }
}
