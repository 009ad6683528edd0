package news.kiosque.consent.notice;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The wording of a notice and of its page in one language. */
public record Words(@JsonValue Map<String, String> all) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Words {
        all = Map.copyOf(all);
    }

    /** These, and of the others what is missing here: a text that is newer than the notice. */
    Words completedBy(Words others) {
        Map<String, String> texts = new HashMap<>(others.all);
        texts.putAll(all);
        return new Words(texts);
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
