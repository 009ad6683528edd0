package news.kiosque.recommendation.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Reads what is looked for from an address, and says of each part what is wrong with it. */
final class SearchParameters {
    private static final Set<String> KNOWN = Set.of("q", "lang", "edition", "section", "from", "to", "sort", "page",
            "limit");
    private static final int USUAL_LIMIT = 20;

    private final Map<String, String> given;

    private SearchParameters(Map<String, String> given) {
        this.given = given;
    }

    static Wanted read(Map<String, String> given) {
        given.keySet().stream().filter(name -> !KNOWN.contains(name)).findFirst().ifPresent(name -> {
            throw bad("There is no parameter " + name + ": use "
                    + KNOWN.stream().sorted().collect(Collectors.joining(", ")) + ".");
        });
        return new SearchParameters(given).wanted();
    }

    private Wanted wanted() {
        String text = given.getOrDefault("q", "").strip();
        if (text.isEmpty() || text.length() > Wanted.LONGEST_TEXT) {
            throw bad("q must say what to look for, in at most " + Wanted.LONGEST_TEXT + " characters.");
        }
        Instant from = moment("from", 0);
        Instant until = moment("to", 1);
        if (from != null && until != null && !from.isBefore(until)) {
            throw bad("from must not be after to.");
        }
        return new Wanted(text, matching("lang", "[A-Za-z]{2,3}", "a language such as fr or en"),
                matching("edition", "[a-z]{2,8}", "an edition such as fr or en"),
                matching("section", "[a-z0-9-]{1,100}(/[a-z0-9-]{1,100}){0,7}", "the path of a section such as monde"),
                from, until, sort(), number("page", 1, Wanted.MOST_PAGES),
                number("limit", USUAL_LIMIT, Wanted.MOST_A_PAGE));
    }

    private @Nullable String matching(String name, String pattern, String what) {
        String value = given.get(name);
        if (value != null && !value.matches(pattern)) {
            throw bad(name + " must be " + what + ".");
        }
        return name.equals("lang") && value != null ? value.toLowerCase(Locale.ROOT) : value;
    }

    /** @param days what a day without a time stands for: its beginning, or the next day's */
    private @Nullable Instant moment(String name, int days) {
        String value = given.get(name);
        try {
            return value == null
                    ? null
                    : value.length() <= "2026-11-23".length()
                            ? LocalDate.parse(value).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException _) {
            throw bad(name + " must be a day such as 2026-11-23 or a moment such as 2026-11-23T08:00:00Z.");
        }
    }

    private Wanted.Sort sort() {
        String name = given.getOrDefault("sort", "relevance");
        return Arrays.stream(Wanted.Sort.values()).filter(sort -> sort.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst().orElseThrow(() -> bad("sort must be relevance or newest."));
    }

    private int number(String name, int usual, int most) {
        try {
            int number = Integer.parseInt(given.getOrDefault(name, Integer.toString(usual)));
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // It is refused below, as a number out of bounds is.
        }
        throw bad(name + " must be a whole number from 1 to " + most + ".");
    }

    private static ResponseStatusException bad(String detail) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
    }
}
