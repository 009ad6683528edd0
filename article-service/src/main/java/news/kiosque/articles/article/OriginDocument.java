package news.kiosque.articles.article;

import java.util.Collections;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How an origin is kept with its article, next to the revision that was made from it. */
final class OriginDocument {
    static final String FIELD = "origin";

    private OriginDocument() {}

    static Document of(Origin origin, long rev) {
        return new Document("source", origin.source()).append("id", origin.id()).append("digest", origin.digest())
                .append("asWritten", new Document(origin.asWritten())).append("rev", rev);
    }

    static @Nullable Origin read(Document article) {
        Document origin = article.get(FIELD, Document.class);
        return origin == null
                ? null
                : new Origin(origin.getString("source"), origin.getString("id"), origin.getString("digest"),
                        Collections.unmodifiableMap(origin.get("asWritten", Document.class)));
    }

    /** Empty when it was written here. */
    static String digest(Document article) {
        Document origin = article.get(FIELD, Document.class);
        return origin == null ? "" : origin.getString("digest");
    }

    /** Whether the article is as it was made from what its archive said with this digest. */
    static boolean isOf(Document article, String digest) {
        return digest.equals(digest(article));
    }

    /** Whether somebody has changed the article since it came from its archive. */
    static boolean isChangedSince(Document article) {
        Document origin = article.get(FIELD, Document.class);
        return origin == null || !origin.getLong("rev").equals(article.getLong("rev"));
    }
}
