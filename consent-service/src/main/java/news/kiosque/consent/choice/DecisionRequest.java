package news.kiosque.consent.choice;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A choice as it is sent.
 *
 * @param notice version of the notice that was shown
 * @param choice {@code accept}, {@code refuse} or {@code custom}
 * @param purposes those agreed to, with {@code custom}
 * @param text hash of the text that was shown; the current one when absent
 */
record DecisionRequest(@Nullable String notice, @Nullable String choice, @Nullable List<String> purposes,
        @Nullable String language, @Nullable String mode, @Nullable String text) {

    List<String> named() {
        return purposes == null ? List.of() : purposes;
    }

    static DecisionRequest of(MultiValueMap<String, String> form) {
        return new DecisionRequest(form.getFirst("notice"), form.getFirst("choice"),
                form.getOrDefault("purposes", List.of()), form.getFirst("language"), form.getFirst("mode"),
                form.getFirst("text"));
    }
}
