package news.kiosque.recommendation.similarity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import news.kiosque.events.Order;
import news.kiosque.events.PublicArticle;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.IndexFolder;
import news.kiosque.recommendation.index.LuceneIndex;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.index.Profiler;

/**
 * Measures lists against what journalists linked, with the production index and similarity. Run it by hand:
 * {@code QualityOfLists FOLDER [fit]}, where FOLDER has {@code docs.jsonl[.gz]} and answers. An article may be answered by
 * those published at or before it.
 */
final class QualityOfLists {
    private QualityOfLists() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0 || !Files.isDirectory(Path.of(arguments[0]))) {
            System.out.println("Skipped: give a folder with docs.jsonl[.gz] and links*.tsv or qrels.tsv");
            return;
        }
        Corpus corpus = Corpus.read(Path.of(arguments[0]));
        Path folder = Files.createTempDirectory("quality");
        try (LuceneIndex index = new LuceneIndex(new IndexFolder(folder))) {
            long start = System.nanoTime();
            for (PublicArticle article : corpus.articles().values()) {
                index.put(Profiler.profile(article), new Order(0, 1));
            }
            index.refresh();
            System.out.printf("%d articles indexed, %.1f s%n", index.size(), (System.nanoTime() - start) / 1e9);
            if (arguments.length > 1 && arguments[1].equals("fit")) {
                Fit.fit(corpus, index);
                return;
            }
            RelatedArticles ours = new RelatedArticles(SimilaritySettings.SHIPPED);
            Path plain = Files.createTempDirectory("more-like-this");
            try (var moreLikeThis = new MoreLikeThisAsItComes(corpus.articles().values(), plain)) {
                report("Lucene's MoreLikeThis", corpus, index,
                        (article, view) -> moreLikeThis.like(corpus.articles().get(article.id())));
            }
            report("the candidates alone", corpus, index, (article, view) -> ours
                    .candidates(article, view, article.publishedAt()).stream().map(Profile::id).toList());
            report("TF-IDF cosine × decay", corpus, index, ranking(new Weights(.5, .5, 0, 0, 0, 0, 0, 0, 0, 0)));
            report("ours, by score", corpus, index, ranking(Weights.SHIPPED));
            report("ours, as listed", corpus, index, (article, view) -> ours.of(article, view, article.publishedAt())
                    .items().stream().map(Match::articleId).toList());
        }
    }

    private static BiFunction<Profile, CandidateIndex.View, List<String>> ranking(Weights weights) {
        RelatedArticles similarity = new RelatedArticles(
                new SimilaritySettings(30, 200, 10, 0, 2, 0, weights));
        return (article, view) -> similarity.of(article, view, article.publishedAt()).matches().stream()
                .map(Match::articleId).toList();
    }

    private static void report(String name, Corpus corpus, CandidateIndex index,
            BiFunction<Profile, CandidateIndex.View, List<String>> system) {
        long start = System.nanoTime();
        List<Scores> all = new ArrayList<>();
        List<Scores> late = new ArrayList<>();
        List<PublicArticle> queries = queries(corpus);
        try (CandidateIndex.View view = index.open()) {
            for (PublicArticle query : queries) {
                Map<String, Integer> answers = corpus.answers().get(query.id());
                Scores scores = Scores.of(system.apply(view.find(query.id()).orElseThrow(), view), answers);
                all.add(scores);
                if (all.size() > queries.size() / 2) {
                    late.add(scores);
                }
            }
        }
        System.out.printf("%-28s all   %s   %.1f ms each%n%-28s later %s%n", name, Scores.mean(all),
                (System.nanoTime() - start) / 1e6 / all.size(), "", Scores.mean(late));
    }

    static List<PublicArticle> queries(Corpus corpus) {
        return corpus.answers().keySet().stream().map(corpus.articles()::get)
                .sorted(Comparator.comparing(PublicArticle::publishedAt).thenComparing(PublicArticle::id)).toList();
    }
}
