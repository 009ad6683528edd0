package news.kiosque.recommendation.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reader typed, taken apart: words, {@code "phrases"}, {@code begin*}, and each of them with a minus before it for
 * what must not be there. Everything can be typed; what means nothing is passed over.
 */
record Typed(List<Part> parts) {
    private static final int MOST_PARTS = 16;
    private static final int SHORTEST_BEGINNING = 2;
    private static final Pattern PART = Pattern
            .compile("(-?)(?:[\"“”«»]([^\"“”«»]*)[\"“”«»]|([^\\s\\p{Cc}\"“”«»]+))");

    enum Kind {
        WORD, PHRASE, BEGINNING
    }

    /**
     * @param text as it was typed, without the signs that say what kind it is
     * @param unwanted whether articles with it are left out
     */
    record Part(String text, Kind kind, boolean unwanted) {

        /** As a reader types it. */
        String typed() {
            return (unwanted ? "-" : "") + switch (kind) {
                case WORD -> text;
                case PHRASE -> '"' + text + '"';
                case BEGINNING -> text + "*";
            };
        }

        private boolean says() {
            return text.codePoints().anyMatch(Character::isLetterOrDigit);
        }
    }

    static Typed of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher next = PART.matcher(text);
        while (next.find() && parts.size() < MOST_PARTS) {
            boolean unwanted = !next.group(1).isEmpty();
            Part part = next.group(2) != null
                    ? new Part(next.group(2).strip(), Kind.PHRASE, unwanted)
                    : word(next.group(3), unwanted);
            if (part.says()) {
                parts.add(part);
            }
        }
        return new Typed(List.copyOf(parts));
    }

    private static Part word(String text, boolean unwanted) {
        String begun = text.replaceFirst("\\*+$", "");
        return begun.length() < text.length() && begun.length() >= SHORTEST_BEGINNING
                ? new Part(begun, Kind.BEGINNING, unwanted)
                : new Part(begun, Kind.WORD, unwanted);
    }
}
