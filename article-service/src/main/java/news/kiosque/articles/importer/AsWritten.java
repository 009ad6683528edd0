package news.kiosque.articles.importer;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import news.kiosque.articles.article.Content;
import news.kiosque.articles.article.Origin;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What an archive wrote in its own way, so that it gets it back so, for as long as it says what the article says. */
final class AsWritten {
    private static final List<String> FIELDS = List.of(LineFields.LANG, LineFields.TITLE, LineFields.STANDFIRST,
            LineFields.BODY, LineFields.PUBLISHED, LineFields.SECTION, LineFields.SUBSECTION, LineFields.TAGS,
            LineFields.AUTHOR);

    private AsWritten() {}

    /** The fields that differ from what would be written of the article; its address always does. */
    static Map<String, @Nullable Object> differing(ObjectNode line, Map<String, @Nullable Object> plain) {
        Map<String, @Nullable Object> differing = new LinkedHashMap<>();
        FIELDS.stream().filter(name -> !Objects.equals(LineFields.written(line, name), plain.get(name)))
                .forEach(name -> differing.put(name, LineFields.written(line, name)));
        differing.put(LineFields.URL, LineFields.written(line, LineFields.URL));
        return differing;
    }

    /** Puts what its archive wrote in place of what says the same. */
    static void restore(Map<String, @Nullable Object> line, Origin origin, Content content, @Nullable Instant published,
            ZoneId zone) {
        origin.asWritten().forEach((name, written) -> {
            if (says(name, origin.asWritten(), written, content, published, zone)) {
                line.put(name, written);
            }
        });
    }

    private static boolean says(String name, Map<String, @Nullable Object> all, @Nullable Object written,
            Content content,
            @Nullable Instant published, ZoneId zone) {
        String text = written instanceof String one ? one : "";
        return switch (name) {
            case LineFields.TITLE -> NormalForm.line(text).equals(content.headline());
            case LineFields.STANDFIRST -> text.strip().equals(content.standfirst());
            case LineFields.BODY -> PlainText.blocks(text).equals(content.body());
            case LineFields.PUBLISHED -> NormalForm.moment(text.strip(), zone).filter(at -> at.equals(published))
                    .isPresent();
            case LineFields.LANG -> NormalForm.language(text.strip())
                    .filter(locale -> locale.toLanguageTag().equals(content.language())).isPresent();
            case LineFields.TAGS -> NormalForm.tags(texts(written)).equals(content.tags());
            case LineFields.AUTHOR -> NormalForm.authors(Stream.of(text)).equals(content.authors());
            case LineFields.SECTION, LineFields.SUBSECTION -> section(all, content).equals(content.section());
            default -> true;
        };
    }

    private static String section(Map<String, @Nullable Object> all, Content content) {
        String[] plain = (content.section() + "/").split("/", 2);
        String section = all.get(LineFields.SECTION) instanceof String one ? one : plain[0];
        Object below = all.getOrDefault(LineFields.SUBSECTION, plain[1]);
        return NormalForm.path(NormalForm.sections(section, below instanceof String one ? one : ""));
    }

    private static List<String> texts(@Nullable Object written) {
        return written instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }
}
