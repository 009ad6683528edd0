package news.kiosque.platform.outbox;

/** Another relay has begun to send, so Kafka takes nothing more from this one's session. */
public final class Fenced extends RuntimeException {
    private static final long serialVersionUID = 1;

    Fenced(Throwable cause) {
        super("Another relay sends now", cause);
    }
}
