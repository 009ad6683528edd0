package news.kiosque.articles.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.search.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.util.UriUtils;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What the address of a search page asks, in the words of its edition; what makes no sense is as if it were not there.
 *
 * @param section path; empty for all
 * @param page from 1
 */
record SearchQuery(Edition edition, String text, String section, @Nullable LocalDate from, @Nullable LocalDate to,
        boolean newestFirst, int page) {

    static SearchQuery of(Edition edition, ServerRequest request) {
        Names names = Names.of(edition);
        String text = request.queryParam(Names.TEXT).orElse("").strip();
        return new SearchQuery(edition, text.substring(0, Math.min(text.length(), Question.LONGEST_TEXT)),
                request.queryParam(names.section()).filter(path -> path.matches("[a-z0-9-]+(/[a-z0-9-]+)*")).orElse(""),
                day(request.queryParam(names.from())), day(request.queryParam(names.to())),
                request.queryParam(names.sort()).filter(names.newest()::equals).isPresent(),
                request.queryParam(Names.PAGE).filter(page -> page.matches("[1-9][0-9]?")).map(Integer::valueOf)
                        .map(page -> Math.min(page, Question.MOST_PAGES)).orElse(1));
    }

    /** How the parameters are called. */
    record Names(String section, String from, String to, String sort, String relevance, String newest) {
        static final String TEXT = "q";
        static final String PAGE = "page";

        static Names of(Edition edition) {
            return edition == Edition.fr
                    ? new Names("rubrique", "du", "au", "tri", "pertinence", "date")
                    : new Names("section", "from", "to", "sort", "relevance", "date");
        }
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** @param zone in which the reader's days begin */
    Question question(ZoneId zone) {
        return new Question(text, edition, section.isEmpty() ? null : section,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(), newestFirst, page);
    }

    /** The address of another page of the same. */
    String page(int other) {
        return address(text, other);
    }

    /** The address of the same question in other words. */
    String saying(String other) {
        return address(other, 1);
    }

    private String address(String words, int number) {
        Names names = Names.of(edition);
        List<String> asked = new ArrayList<>();
        BiConsumer<String, String> ask = (name, value) -> {
            if (!value.isEmpty()) {
                asked.add(name + "=" + UriUtils.encode(value, UTF_8));
            }
        };
        ask.accept(Names.TEXT, words);
        ask.accept(names.section(), section);
        ask.accept(names.from(), from == null ? "" : from.toString());
        ask.accept(names.to(), to == null ? "" : to.toString());
        ask.accept(names.sort(), newestFirst ? names.newest() : "");
        ask.accept(Names.PAGE, number == 1 ? "" : Integer.toString(number));
        return PagePaths.search(edition) + "?" + String.join("&", asked);
    }

    private static @Nullable LocalDate day(Optional<String> written) {
        try {
            return written.filter(day -> day.length() == "2026-11-23".length()).map(LocalDate::parse).orElse(null);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
