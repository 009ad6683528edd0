package news.kiosque.platform.kafka;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** A record is not an event that this service can read; trying again will not help. */
public final class UnreadableEvent extends SerializationException {
    private static final long serialVersionUID = 1;

    public UnreadableEvent(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
