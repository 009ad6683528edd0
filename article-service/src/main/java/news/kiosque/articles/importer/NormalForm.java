package news.kiosque.articles.importer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import news.kiosque.articles.author.Author;
import news.kiosque.articles.tag.Tag;
import news.kiosque.articles.text.Slug;

/** How Kiosque keeps what archives write. */
final class NormalForm {

    private NormalForm() {}

    /** One line without blanks around it. */
    static String line(String text) {
        return text.replaceAll("\\s*[\\r\\n\\t]\\s*", " ").strip();
    }

    static List<Author> authors(Stream<String> names) {
        return names.map(NormalForm::line).filter(name -> !name.isEmpty()).map(Author::named).distinct().toList();
    }

    /** Of those that differ in capitals or accents only the first. */
    static List<Tag> tags(List<String> names) {
        return List.copyOf(names.stream().map(NormalForm::line).map(Tag::named).collect(Collectors
                .toMap(Tag::slug, tag -> tag, (first, _) -> first, java.util.LinkedHashMap::new)).values());
    }

    /** The names of the sections from the top down; one that repeats the one above it says nothing. */
    static List<String> sections(String section, String subsection) {
        List<String> names = new ArrayList<>();
        Stream.of(section, subsection).flatMap(one -> Stream.of(one.split("/"))).map(NormalForm::line)
                .filter(name -> !Slug.of(name).isEmpty())
                .filter(name -> names.isEmpty() || !Slug.of(names.getLast()).equals(Slug.of(name)))
                .forEach(names::add);
        return names;
    }

    static String path(List<String> sections) {
        return sections.stream().map(Slug::of).collect(Collectors.joining("/"));
    }

    /** A moment; a date alone, or one without an offset, is the newsroom's. Empty when it is neither. */
    static Optional<Instant> moment(String text, ZoneId zone) {
        try {
            return Optional.of(DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from,
                    LocalDateTime::from)).map(
                            found -> found instanceof OffsetDateTime exact
                                    ? exact.toInstant()
                                    : ((LocalDateTime) found).atZone(zone).toInstant())
                    .map(moment -> moment.truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException _) {
            return date(text, zone);
        }
    }

    private static Optional<Instant> date(String text, ZoneId zone) {
        try {
            return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static Optional<Locale> language(String tag) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build());
        } catch (IllformedLocaleException _) {
            return Optional.empty();
        }
    }
}
