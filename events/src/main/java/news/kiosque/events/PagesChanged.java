package news.kiosque.events;

import java.time.Instant;
import java.util.List;

/**
 * Every page that carries one of these surrogate keys has changed; it is sent after the change was stored.
 *
 * @param owner whose change it was, such as {@code article/0b6e…}
 * @param keys surrogate keys
 * @param purge {@code hard}: a copy may never be shown again; {@code soft}: only where no new one can be had
 */
public record PagesChanged(String owner, List<String> keys, Purge purge, Instant at) implements PageEvent {

    /** What a cache does with its copies. */
    public enum Purge {
        hard, soft
    }

    @Override
    public String key() {
        return owner;
    }
}
