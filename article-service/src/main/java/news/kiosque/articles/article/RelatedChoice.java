package news.kiosque.articles.article;

import java.util.List;
import java.util.stream.Stream;

import news.kiosque.articles.request.Fields;
import news.kiosque.events.PublicArticle;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The editor's say in the computed list of related articles, by ids.
 *
 * @param pinned to stand first, in this order
 * @param banned never to stand there
 */
public record RelatedChoice(List<String> pinned, List<String> banned) {
    private static final int MOST_PINNED = 10;
    private static final int MOST_BANNED = 50;
    private static final int ID = 36;

    /** Reads {@code {"pinned": [id], "banned": [id]}}; null when nothing is chosen. */
    static @Nullable RelatedChoice read(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        List<String> pinned = ids(fields, "pinned", MOST_PINNED);
        List<String> banned = ids(fields, "banned", MOST_BANNED);
        fields.require("banned", pinned.stream().noneMatch(banned::contains), "names an article that is pinned");
        fields.refuseOthers();
        return pinned.isEmpty() && banned.isEmpty() ? null : new RelatedChoice(pinned, banned);
    }

    private static List<String> ids(Fields fields, String name, int most) {
        List<String> ids = fields.texts(name, most, ID).stream().distinct().toList();
        fields.require(name, ids.stream().allMatch(BlockReader::isId), "must be ids of articles");
        return ids;
    }

    static @Nullable RelatedChoice read(@Nullable Document document) {
        return document == null
                ? null
                : new RelatedChoice(document.getList("pinned", String.class),
                        document.getList("banned", String.class));
    }

    Document document() {
        return new Document("pinned", pinned).append("banned", banned);
    }

    PublicArticle.RelatedChoice told() {
        return new PublicArticle.RelatedChoice(pinned, banned);
    }

    List<String> named() {
        return Stream.concat(pinned.stream(), banned.stream()).toList();
    }
}
