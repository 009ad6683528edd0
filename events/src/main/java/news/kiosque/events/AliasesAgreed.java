package news.kiosque.events;

import java.time.Instant;
import java.util.List;

/**
 * The names that are spelt in several ways, all of them.
 *
 * @param groups each of one name's spellings
 * @param by the editor who changed them last
 */
public record AliasesAgreed(Order order, List<Spellings> groups, String by, Instant at) implements RelatedSetting {
    public static final String KEY = "aliases";

    /** @param names the same person, place or organisation, such as {@code Lukashenko} and {@code Loukachenko} */
    public record Spellings(List<String> names) {}

    @Override
    public String key() {
        return KEY;
    }
}
