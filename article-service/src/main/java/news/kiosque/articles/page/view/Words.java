package news.kiosque.articles.page.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All fixed texts of pages in one language, as {@code words/<language>.properties} has them by the same names. */
public record Words(String language, String locale, String home, String breadcrumb, String sections, String skip,
        String otherEdition, String otherLanguage, String by, String and, String published, String modified,
        String readingTime, String video,
        String watch, String embedNotice, String readAlso, String related, String corrections, String tags,
        String frontPage, String latest, String inSection, String byAuthor, String onTag, String homeDescription,
        String author, String tag, String older, String newest, String nothing, String choices, String choicesAt,
        String feed,
        String legal, String legalMissing, String backHome, String notFound, String notFoundText, String gone,
        String goneText,
        String search, String searchFor, String searchDescription, String searchLabel, String searchSection,
        String searchAllSections, String searchFrom, String searchTo, String searchSort, String searchRelevance,
        String searchNewest, String searchSubmit, String searchFound, String searchFoundOne, String searchFoundOver,
        String searchNothing, String searchNothingText, String searchMeant, String searchUnavailable,
        String searchUnavailableText, String searchEarlier, String searchLater,
        String moved, String movedText, String notAllowed, String notAllowedText, String unavailable,
        String unavailableText, String date, String dateOnFirst, String time, String dateAndTime) {

    private static final Map<String, Words> BY_LANGUAGE = Stream.of("fr", "en")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Words::read));

    /** The words in a language, whatever its region; in the other one where there are none in it. */
    public static Words in(String languageTag, String otherwise) {
        String language = Locale.forLanguageTag(languageTag).getLanguage();
        return Objects.requireNonNull(BY_LANGUAGE.getOrDefault(language, BY_LANGUAGE.get(otherwise)));
    }

    /** A text with its places <code>{0}</code>, <code>{1}</code> filled. */
    public static String fill(String text, Object... values) {
        String filled = text;
        for (int i = 0; i < values.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return filled;
    }

    /** The day and the time of day. */
    public Moment moment(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return new Moment(iso(local), fill(dateAndTime, day(local), format(time, local)));
    }

    /** The day alone. */
    public Moment day(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return new Moment(iso(local), day(local));
    }

    private String day(ZonedDateTime local) {
        return format(local.getDayOfMonth() == 1 ? dateOnFirst : date, local);
    }

    private String format(String pattern, ZonedDateTime local) {
        return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language)).format(local);
    }

    private static String iso(ZonedDateTime local) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.truncatedTo(ChronoUnit.SECONDS));
    }

    private static Words read(String language) {
        String file = "/words/" + language + ".properties";
        try (InputStream stream = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            RecordComponent[] components = Words.class.getRecordComponents();
            Object[] texts = Arrays.stream(components)
                    .map(part -> Objects.requireNonNull(properties.getProperty(part.getName()), file + part.getName()))
                    .toArray();
            Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return Words.class.getDeclaredConstructor(types).newInstance(texts);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
