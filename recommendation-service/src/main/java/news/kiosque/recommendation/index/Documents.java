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

/** How articles lie in Lucene: postings of term hashes, one field a language, and the profile as a column. */
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
        document.add(new Field(text(profile.language()), new CountedTerms(profile.text()), COUNTED));
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

    static Query query(CandidateIndex.Query wanted) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (CandidateIndex.WeightedTerm term : wanted.terms()) {
            Query one = new TermQuery(new Term(text(wanted.language()), CountedTerms.bytes(term.id())));
            query.add(new BoostQuery(one, term.weight()), BooleanClause.Occur.SHOULD);
        }
        query.add(new TermQuery(new Term(EDITION, wanted.edition())), BooleanClause.Occur.FILTER);
        query.add(published(wanted.upTo()), BooleanClause.Occur.FILTER);
        query.setMinimumNumberShouldMatch(1);
        return query.build();
    }

    private static Query published(Instant upTo) {
        return LongField.newRangeQuery(PUBLISHED, Long.MIN_VALUE, upTo.toEpochMilli());
    }

    private static String text(String language) {
        return "text." + language;
    }

    private static FieldType counted() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }
}
