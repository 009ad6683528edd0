package news.kiosque.events;

import java.time.Instant;

/**
 * Sent to every partition of {@link Topics#PAGE} each second: while it is heard, no purge was missed.
 *
 * @param source which relay sent it
 */
public record Heartbeat(String source, Instant at) implements PageEvent {

    @Override
    public String key() {
        return source;
    }
}
