package news.kiosque.bench.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

/** Articles as article-service stores them, with its indexes. */
final class Corpus {
    private static final int AT_ONCE = 64;
    private static final int SECTIONS = 40;
    private static final int TAGS = 97;
    private static final int PARAGRAPHS = 8;
    private static final int PARAGRAPH = 330;

    private final MongoCollection<Document> articles;
    private int size;

    Corpus(MongoCollection<Document> articles) {
        this.articles = articles;
    }

    void index() {
        for (String field : List.of("live.sections", "live.authors.slug", "live.tags.slug")) {
            live(ascending("edition", field, "state"));
        }
        live(ascending("edition", "state"));
        for (String field : List.of("url", "live.readAlso", "related.items.article")) {
            articles.createIndex(ascending(field));
        }
        articles.createIndex(compoundIndex(ascending("edition", "state", "month"), descending("modifiedAt")));
        articles.createIndex(descending("savedAt", "_id"));
        articles.createIndex(ascending("pending"), new IndexOptions().sparse(true));
        articles.createIndex(ascending("backfill"), new IndexOptions().sparse(true));
    }

    private void live(Bson found) {
        articles.createIndex(compoundIndex(found, descending("publishedAt", "_id")));
    }

    void growTo(int wanted) {
        while (size < wanted) {
            int from = size;
            size = Math.min(from + AT_ONCE, wanted);
            articles.insertMany(IntStream.range(from, size).mapToObj(Corpus::article).toList());
        }
    }

    MongoCollection<Document> articles() {
        return articles;
    }

    /** The id of any of them. */
    String any() {
        return id(ThreadLocalRandom.current().nextInt(size));
    }

    static String id(int i) {
        return "article-" + i;
    }

    static String section(int i) {
        return "section-" + i % SECTIONS;
    }

    static String tag(int i) {
        return "tag-" + i % TAGS;
    }

    /** An event of the size of one that tells of an article. */
    static Document event(String id) {
        String data = new Prose(id.hashCode()).text(PARAGRAPH * PARAGRAPHS);
        return new Document("id", id).append("type", "news.kiosque.article.revised.v1")
                .append("topic", "kiosque.article").append("key", id).append("time", new Date()).append("data", data)
                .append("bytes", data.length());
    }

    private static Document article(int i) {
        Date at = Date.from(Instant.ofEpochSecond(1_450_000_000L + 4_500L * i));
        Document content = content(i);
        return new Document("_id", id(i)).append("edition", "fr").append("rev", 1L).append("state", "LIVE")
                .append("draft", content).append("live", content).append("url", "/" + section(i) + "/titre-" + i)
                .append("createdAt", at).append("savedAt", at).append("publishedAt", at)
                .append("month", at.toInstant().toString().substring(0, 7)).append("modifiedAt", at)
                .append("related", new Document("items", IntStream.range(1, 9)
                        .mapToObj(j -> new Document("article", id(Math.floorMod(i - 37 * j, i + 1)))).toList()));
    }

    private static Document content(int i) {
        Prose prose = new Prose(i);
        return new Document("section", section(i)).append("sections", List.of(section(i)))
                .append("headline", "Pluie sur Brest, jour " + i).append("standfirst", prose.text(200))
                .append("language", "fr").append("authors", List.of(named("auteur-" + i % 300)))
                .append("tags", List.of(named(tag(i)), named(tag(i / 2)))).append("body",
                        IntStream.range(0, PARAGRAPHS)
                                .mapToObj(j -> new Document("type", "paragraph").append("text", prose.text(PARAGRAPH)))
                                .toList())
                .append("readAlso", List.of()).append("video", false);
    }

    private static Document named(String slug) {
        return new Document("slug", slug).append("name", slug);
    }
}
