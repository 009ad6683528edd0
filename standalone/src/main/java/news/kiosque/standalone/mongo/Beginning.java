package news.kiosque.standalone.mongo;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import org.jspecify.annotations.Nullable;

/** What every string begins with that matches an anchored regular expression. */
final class Beginning {

    private static final String QUANTIFIERS = "*?{";
    private static final String SPECIAL = "\\^$.|+*?()[]{}";

    private Beginning() {}

    static @Nullable String of(BsonRegularExpression expression) {
        var pattern = expression.getPattern();
        var options = expression.getOptions();
        if (!pattern.startsWith("^") || pattern.contains("|") || options != null && !options.isEmpty()) {
            return null;
        }
        int end = 1;
        while (end < pattern.length() && SPECIAL.indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        if (end < pattern.length() && QUANTIFIERS.indexOf(pattern.charAt(end)) >= 0) {
            end--;
        }
        return end <= 1 ? null : pattern.substring(1, end);
    }
}
