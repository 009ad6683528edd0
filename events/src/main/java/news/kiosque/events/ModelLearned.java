package news.kiosque.events;

import java.time.Instant;

/**
 * A model that was learned from the editors' links and did better than the one in service; it changes nothing until it is
 * chosen.
 *
 * @param name such as {@code learned-2026-11-02-1130}
 * @param model as JSON
 * @param verdict what it was checked on and how well it did
 */
public record ModelLearned(Order order, String name, String model, String verdict, Instant at)
        implements
            RelatedSetting {
    public static final String KEY = "learned";

    @Override
    public String key() {
        return KEY;
    }
}
