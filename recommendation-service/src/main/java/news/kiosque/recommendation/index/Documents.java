package news.kiosque.recommendation.index;

import java.time.Instant;

import news.kiosque.events.Order;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** How articles lie in Lucene: postings of term hashes, one field an edition and language, and the profile as a column. */
final class Documents {
    static final String ID = "id";
    static final String PROFILE = "profile";
    static final String EPOCH = "epoch";
    static final String NUMBER = "number";
    static final String LINKING = "linking";
    static final String EDITION = "edition";
    static final String PUBLISHED = "published";
    private static final FieldType COUNTED = counted();

    private Documents() {}

    static Term id(String articleId) {
        return new Term(ID, articleId);
    }

    static Document live(Profile profile, Order order) {
        Document document = gone(profile.id(), order);
        document.add(new StringField(EDITION, profile.edition(), Field.Store.NO));
        document.add(new LongField(PUBLISHED, profile.publishedAt().toEpochMilli(), Field.Store.NO));
        if (!profile.picks().readAlso().isEmpty()) {
            document.add(new StringField(LINKING, LINKING, Field.Store.NO));
        }
        document.add(new Field(text(profile.edition(), profile.language()), new CountedTerms(profile.text()), COUNTED));
        document.add(new BinaryDocValuesField(PROFILE, ProfileCodec.encode(profile)));
        return document;
    }

    /** What is left of an article that is not live: only how far its events were seen. */
    static Document gone(String articleId, Order order) {
        Document document = new Document();
        document.add(new StringField(ID, articleId, Field.Store.NO));
        document.add(new NumericDocValuesField(EPOCH, order.epoch()));
        document.add(new NumericDocValuesField(NUMBER, order.number()));
        return document;
    }

    /** @param latest when the latest article of the index was published: mostly nothing has to be left out */
    static Query query(CandidateIndex.Query wanted, long latest) {
        String field = text(wanted.edition(), wanted.language());
        BooleanQuery.Builder terms = new BooleanQuery.Builder();
        for (CandidateIndex.WeightedTerm term : wanted.terms()) {
            Query one = new TermQuery(new Term(field, CountedTerms.bytes(term.id())));
            terms.add(new BoostQuery(one, term.weight()), BooleanClause.Occur.SHOULD);
        }
        if (latest <= wanted.upTo().toEpochMilli()) {
            return terms.build();
        }
        return new BooleanQuery.Builder().add(terms.build(), BooleanClause.Occur.MUST)
                .add(published(wanted.upTo()), BooleanClause.Occur.FILTER).build();
    }

    private static Query published(Instant upTo) {
        return LongField.newRangeQuery(PUBLISHED, Long.MIN_VALUE, upTo.toEpochMilli());
    }

    private static String text(String edition, String language) {
        return "text." + edition + "." + language;
    }

    private static FieldType counted() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }
}
