package news.kiosque.standalone.mongo;

import java.util.Date;
import java.util.List;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import org.bson.BsonTimestamp;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExcerptTest {
    private static final int TRIALS = Integer.getInteger("kiosque.excerpt.trials", 3000);
    private static final List<String> PATHS = List.of("_id", "n", "s", "tags", "at", "sub.k", "sub", "list.k", "list",
            "list.v", "list.0.k", "tags.1", "any", "any.x", "nothing.there");

    @Test
    void saysTheSameOfAllThatIsAskedAsTheWholeDocument() {
        var news = new RandomNewsroom(20261127);
        for (int trial = 0; trial < TRIALS; trial++) {
            var stored = bytes(news.document(news.id()));
            var query = read(bytes(news.chance(20) ? news.elementQuery() : news.query()));
            var order = read(bytes(news.sort()));
            var fields = new Document(news.any(PATHS), 1).append(news.any(PATHS), true);
            var whole = StoredDocuments.decode(stored, Excerpt.WHOLE);
            var excerpt = StoredDocuments.decode(stored, Excerpt.of(fields, query, order));
            var what = "trial " + trial + ": " + fields + " of " + whole + " where " + query + " by " + order;
            fields.keySet().forEach(path -> assertThat(FieldPath.of(path).in(excerpt)).as(what)
                    .isEqualTo(FieldPath.of(path).in(whole)));
            assertThat(matches(excerpt, query)).as(what).isEqualTo(matches(whole, query));
            assertThat(new SortKeys(order).of(excerpt)).as(what).isEqualTo(new SortKeys(order).of(whole));
            assertThat(matches(StoredDocuments.decode(stored, Excerpt.toMatch(query)), query)).as(what)
                    .isEqualTo(matches(whole, query));
        }
    }

    @Test
    void leavesOutWhatNobodyAskedForOfWhateverType() {
        var stored = bytes(
                new org.bson.Document("_id", 1).append("double", 1.5).append("text", "é").append("none", null)
                        .append("document", new org.bson.Document("in", "it")).append("array", List.of("a", 1))
                        .append("binary", new Binary(new byte[]{1, 2, 3})).append("object", new ObjectId())
                        .append("flag", true).append("date", new Date(1))
                        .append("pattern", java.util.regex.Pattern.compile("a", 2))
                        .append("int", 7).append("long", 8L).append("decimal", Decimal128.parse("1.1"))
                        .append("stamp", new BsonTimestamp(3, 4))
                        .append("kept", List.of(new org.bson.Document("a", 1).append("b", 2), "bare"))
                        .append("last", "z"));

        var excerpt = StoredDocuments.decode(stored,
                Excerpt.of(new Document("kept.a", 1).append("last", 1), new Document(), null));

        assertThat(excerpt).isEqualTo(new Document("_id", 1)
                .append("kept", List.of(new Document("a", 1), "bare")).append("last", "z"));
    }

    @Test
    void readsTheWholeDocumentWhereItCannotTellWhatIsMeant() {
        var any = new Document();
        assertThat(Excerpt.of(null, any, null)).isSameAs(Excerpt.WHOLE);
        assertThat(Excerpt.of(any, any, null)).isSameAs(Excerpt.WHOLE);
        assertThat(Excerpt.of(new Document("a", 0), any, null)).isSameAs(Excerpt.WHOLE);
        assertThat(Excerpt.of(new Document("_id", 0), any, null)).isSameAs(Excerpt.WHOLE);
        assertThat(Excerpt.of(new Document("a.$", 1), any, null)).isSameAs(Excerpt.WHOLE);
        assertThat(Excerpt.of(new Document("a", new Document("$slice", 1)), any, null)).isSameAs(Excerpt.WHOLE);
        assertThat(Excerpt.of(new Document("a", 1), new Document("$expr", true), null)).isSameAs(Excerpt.WHOLE);
        assertThat(Excerpt.of(new Document("a", 1), any, null)).isNotSameAs(Excerpt.WHOLE);
    }

    private static boolean matches(Document document, Document query) {
        return new DefaultQueryMatcher().matches(document, query);
    }

    private static Document read(byte[] bson) {
        return StoredDocuments.decode(bson, Excerpt.WHOLE);
    }

    private static byte[] bytes(org.bson.Document document) {
        var bson = new RawBsonDocument(document, new DocumentCodec()).getByteBuffer().asNIO();
        var bytes = new byte[bson.remaining()];
        bson.get(bytes);
        return bytes;
    }
}
