package news.kiosque.recommendation.explain;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import news.kiosque.recommendation.index.Analysis;
import news.kiosque.recommendation.index.OpenReader;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.index.SearchableText;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** What Lucene's MoreLikeThis at its defaults would list, for comparison. */
record PlainLikeness(OpenReader index) {

    List<Explanation.Item> of(Profile article, StoredText text, int most, Instant now) throws IOException {
        String field = SearchableText.Part.BODY.field(Analysis.chainOf(article.language()));
        MoreLikeThis moreLikeThis = new MoreLikeThis(index.reader());
        moreLikeThis.setAnalyzer(Analysis.of(article.language()).forSearch());
        moreLikeThis.setFieldNames(new String[]{field});
        Query query = new BooleanQuery.Builder()
                .add(moreLikeThis.like(field, new StringReader(article.headline() + "\n" + text.text())), Occur.MUST)
                .add(new TermQuery(new Term(SearchableText.EDITION, article.edition())), Occur.FILTER)
                .add(LongField.newRangeQuery(SearchableText.PUBLISHED, Long.MIN_VALUE, now.toEpochMilli()),
                        Occur.FILTER)
                .build();
        List<Explanation.Item> items = new ArrayList<>();
        for (ScoreDoc hit : new IndexSearcher(index.reader()).search(query, most + 1).scoreDocs) {
            if (hit.doc != text.document() && items.size() < most) {
                Profile one = index.profile(hit.doc);
                items.add(new Explanation.Item(one.id(), one.headline(), one.publishedAt(), hit.score, List.of(),
                        List.of()));
            }
        }
        return items;
    }
}
