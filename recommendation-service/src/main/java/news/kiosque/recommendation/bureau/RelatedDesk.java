package news.kiosque.recommendation.bureau;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import news.kiosque.recommendation.explain.Explanation;
import news.kiosque.recommendation.search.Found;
import org.jspecify.annotations.Nullable;

/**
 * What is on the page.
 *
 * @param asked what was looked for; empty for nothing
 * @param found articles with it; null when an article is shown
 * @param shown the article whose list is explained; null for none
 * @param algorithm by which lists are made now
 * @param articles live ones in this instance's index
 */
public record RelatedDesk(String asked, @Nullable Found found, @Nullable Explanation shown, String algorithm,
        int articles) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    public static String day(Instant at) {
        return DAY.format(at);
    }

    public static String percent(double share) {
        return Math.round(100 * share) + "%";
    }

    public static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** Whether both lists name it. */
    public static boolean among(List<Explanation.Item> items, String articleId) {
        return items.stream().anyMatch(item -> item.articleId().equals(articleId));
    }

    /** Why an article is not shown, in words. */
    public static String why(Explanation.PassedOver one) {
        return switch (one.cause()) {
            case DUPLICATE -> "says nearly the same as";
            case DIVERSITY -> "is too like";
            case SCORE -> "is less like the article than those above";
            case BANNED -> "was banned by the editor";
            case WITHDRAWN -> "is pinned or still shown, but not live";
        };
    }
}
