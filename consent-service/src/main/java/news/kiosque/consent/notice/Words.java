package news.kiosque.consent.notice;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The wording of a notice and of its page in one language. */
public record Words(@JsonValue Map<String, String> all) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Words {
        all = Map.copyOf(all);
    }

    /** @throws IllegalArgumentException naming what is missing */
    public String get(String key) {
        String text = all.get(key);
        if (text == null) {
            throw new IllegalArgumentException("The notice has no wording for " + key);
        }
        return text;
    }
}
