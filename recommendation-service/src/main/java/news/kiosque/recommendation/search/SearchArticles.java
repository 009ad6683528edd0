package news.kiosque.recommendation.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import news.kiosque.recommendation.index.Analysis;
import news.kiosque.recommendation.index.OpenReader;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.index.SearchableText;
import news.kiosque.recommendation.intake.Replica;
import news.kiosque.recommendation.setting.Aliases;
import news.kiosque.recommendation.setting.InService;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.springframework.stereotype.Component;

/** Finds what a reader looks for among the articles that are live on this instance. */
@Component
public final class SearchArticles {
    private static final int COUNTED = 10_000;
    private static final int FEW = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final SortField LATEST = new SortedNumericSortField(SearchableText.PUBLISHED, SortField.Type.LONG,
            true);

    private final Replica replica;
    private final InService inService;
    private final InstantSource clock;

    SearchArticles(Replica replica, InService inService, InstantSource clock) {
        this.replica = replica;
        this.inService = inService;
        this.clock = clock;
    }

    /** Articles with these words in any language, the latest published first. */
    public Found latest(String words) {
        return find(new Wanted(words, null, null, null, null, null, Wanted.Sort.NEWEST, 1, Wanted.MOST_A_PAGE));
    }

    Found find(Wanted wanted) {
        try (OpenReader open = replica.index().reader()) {
            Aliases aliases = inService.aliases();
            return find(wanted, aliases, open, clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Found find(Wanted wanted, Aliases aliases, OpenReader open, Instant now) throws IOException {
        IndexSearcher searcher = new IndexSearcher(open.reader());
        searcher.setQueryCache(null);
        searcher.setTimeout(new QueryTimeoutImpl(PATIENCE.toMillis()));
        Typed typed = Typed.of(wanted.text());
        List<String> chains = wanted.language() == null
                ? Analysis.languages()
                : List.of(Analysis.chainOf(wanted.language()));
        Query words = new WordQuery(typed, aliases, chains).words();
        TopDocs top = top(searcher, words, wanted, now);
        boolean few = top.totalHits.value() < FEW && wanted.page() == 1;
        long total = top.totalHits.value();
        return new Found(wanted.text(), total,
                top.totalHits.relation() != TotalHits.Relation.EQUAL_TO || searcher.timedOut(),
                wanted.page(), pages(total, wanted), items(top, wanted, open, searcher, new Excerpts(words)),
                few ? new Spelling(searcher, chains).instead(typed).orElse(null) : null);
    }

    private static TopDocs top(IndexSearcher searcher, Query words, Wanted wanted, Instant now) throws IOException {
        Query query = new BooleanQuery.Builder().add(words, Occur.MUST)
                .add(WordQuery.among(wanted, now), Occur.FILTER).build();
        boolean relevant = wanted.sort() == Wanted.Sort.RELEVANCE;
        Sort sort = relevant ? new Sort(SortField.FIELD_SCORE, LATEST) : new Sort(LATEST);
        return searcher.search(relevant ? new FunctionScoreQuery(query, new Freshness(now)) : query,
                new TopFieldCollectorManager(sort, wanted.page() * wanted.limit(), null, COUNTED));
    }

    private static int pages(long total, Wanted wanted) {
        return (int) Math.min(Wanted.MOST_PAGES, (total + wanted.limit() - 1) / wanted.limit());
    }

    private static List<Found.Item> items(TopDocs top, Wanted wanted, OpenReader open, IndexSearcher searcher,
            Excerpts excerpts) throws IOException {
        List<Found.Item> items = new ArrayList<>();
        for (int i = wanted.skipped(); i < top.scoreDocs.length; i++) {
            ScoreDoc hit = top.scoreDocs[i];
            items.add(item(open.profile(hit.doc), searcher.storedFields().document(hit.doc), excerpts));
        }
        return items;
    }

    private static Found.Item item(Profile article, Document stored, Excerpts excerpts)
            throws IOException {
        String chain = Analysis.chainOf(article.language());
        return new Found.Item(article.id(), stored.get(SearchableText.URL), article.edition(), article.language(),
                article.section(), article.publishedAt(), excerpts.whole(article.headline(), chain),
                excerpts.of(stored.get(SearchableText.TEXT), chain));
    }
}
