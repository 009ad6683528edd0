package news.kiosque.bench.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import news.kiosque.bench.corpus.Collection;
import news.kiosque.events.Order;
import news.kiosque.events.PublicArticle;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.IndexFolder;
import news.kiosque.recommendation.index.LuceneIndex;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.index.Profiler;
import news.kiosque.recommendation.learning.Answered;
import news.kiosque.recommendation.learning.BoostedStumps;
import news.kiosque.recommendation.learning.Lesson;
import news.kiosque.recommendation.similarity.Feature;
import news.kiosque.recommendation.similarity.Match;
import news.kiosque.recommendation.similarity.Model;
import news.kiosque.recommendation.similarity.RelatedArticles;
import news.kiosque.recommendation.similarity.RelatedList;
import news.kiosque.recommendation.similarity.SimilaritySettings;

/** The product's own index of a collection, and its own lists. */
final class Ours implements AutoCloseable {
    private static final int FOLDS = 5;

    private final Collection collection;
    private final LuceneIndex index;
    private final CandidateIndex.View view;

    Ours(Collection collection, Path folder) throws IOException {
        this.collection = collection;
        this.index = IndexFolder.open(folder);
        for (PublicArticle article : collection.articles().values()) {
            index.put(Profiler.profile(article), new Order(0, 1));
        }
        index.refresh();
        this.view = index.open();
    }

    CandidateIndex.View view() {
        return view;
    }

    Profile profile(PublicArticle article) {
        return view.find(article.id()).orElseThrow();
    }

    /** As it is listed, and below that by score. */
    Ranking with(Model model) {
        RelatedArticles similarity = new RelatedArticles(SimilaritySettings.SHIPPED.with(model));
        return (query, place) -> list(query, similarity);
    }

    private List<String> list(PublicArticle query, RelatedArticles similarity) {
        RelatedList list = similarity.of(profile(query), view, query.publishedAt());
        List<String> ids = new ArrayList<>(list.items().stream().map(Match::articleId).toList());
        Stream.concat(list.matches().stream(), list.faint().stream()).map(Match::articleId)
                .filter(id -> !ids.contains(id)).forEach(ids::add);
        return ids;
    }

    /** Each fifth of the queries, by time, listed by what was learned from the others. */
    Ranking learned() {
        List<PublicArticle> queries = collection.queries();
        List<Lesson> lessons = lessons(queries);
        List<Ranking> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int from = fold * queries.size() / FOLDS;
            int to = (fold + 1) * queries.size() / FOLDS;
            List<Lesson> others = new ArrayList<>(lessons.subList(0, from));
            others.addAll(lessons.subList(to, lessons.size()));
            folds.add(with(BoostedStumps.fit("fold-" + fold, "", others, EnumSet.allOf(Feature.class))));
        }
        return (query, place) -> folds.get((place * FOLDS + FOLDS - 1) / queries.size()).of(query, place);
    }

    List<Lesson> lessons(List<PublicArticle> queries) {
        RelatedArticles similarity = new RelatedArticles(SimilaritySettings.SHIPPED);
        return queries.stream()
                .map(query -> Lesson.of(new Answered(profile(query), collection.answers().get(query.id())), similarity,
                        view))
                .toList();
    }

    /** The cosine of the whole texts × (½ + ½·e^(−days/30)), among the same candidates. */
    Ranking cosineWithDecay() {
        RelatedArticles similarity = new RelatedArticles(SimilaritySettings.SHIPPED);
        return (query, place) -> {
            RelatedArticles.Weighable all = similarity.weighable(profile(query), view, query.publishedAt());
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < all.features().length; i++) {
                order.add(i);
            }
            order.sort(Comparator.comparingDouble(i -> -(all.features()[i][Feature.TEXT.ordinal()]
                    + all.features()[i][Feature.RECENT_TEXT.ordinal()])));
            return order.stream().map(all.candidates()::get).toList();
        };
    }

    static Set<Feature> allBut(String aspect) {
        Set<Feature> left = EnumSet.allOf(Feature.class);
        left.removeIf(feature -> feature.label().equals(aspect));
        return left;
    }

    @Override
    public void close() throws IOException {
        view.close();
        index.close();
    }
}
