package news.kiosque.bench.related;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import news.kiosque.bench.corpus.Enlarged;
import news.kiosque.bench.corpus.LuceneAsItComes;
import news.kiosque.events.Order;
import news.kiosque.events.PublicArticle;
import news.kiosque.recommendation.index.ArticleWords;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.IndexFolder;
import news.kiosque.recommendation.index.LuceneIndex;
import news.kiosque.recommendation.index.Profiler;
import news.kiosque.recommendation.index.SearchableText;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/** All that is measured at one number of articles. */
final class OneSize {
    private static final int BATCH = 2_000;
    private static final int LISTED = 10;
    private static final double MEGABYTE = 1024 * 1024;

    private final Enlarged articles;
    private final Path folder;
    private final boolean searchable;
    private final Consumer<Figure> figures;

    /** @param searchable whether what readers search in is written too */
    OneSize(Enlarged articles, Path folder, boolean searchable, Consumer<Figure> figures) {
        this.articles = articles;
        this.folder = folder;
        this.searchable = searchable;
        this.figures = figures;
    }

    void measure(int sample, int compared) throws IOException {
        double before = heap();
        try (LuceneIndex index = IndexFolder.open(folder.resolve("ours"))) {
            if (index.size() < articles.size()) {
                fill(index);
            }
            tell("files", size(folder.resolve("ours")), "MB");
            tell("heap of the index", heap() - before, "MB");
            try (CandidateIndex.View view = index.open()) {
                measure(new Lists(view), sample, compared);
            }
        }
    }

    private void measure(Lists lists, int most, int compared) throws IOException {
        List<PublicArticle> sample = Lists.sample(articles, most);
        double whole = tellEach("CPU of a list", lists.lists(sample));
        double candidates = tellEach("CPU of its candidates", lists.candidates(sample));
        tell("lists a second and core", 1000 / whole, "");
        try (var plain = lucene("plain", new StandardAnalyzer())) {
            var moreLikeThis = plain.moreLikeThis();
            double theirs = tellEach("CPU of MoreLikeThis at its defaults",
                    Cpu.millis(sample, one -> plain.like(one, moreLikeThis, LISTED, Instant.MAX)));
            tell("candidates by MoreLikeThis", candidates / theirs, "×");
            tell("list by MoreLikeThis", whole / theirs, "×");
        }
        try (var french = lucene("french", new FrenchAnalyzer())) {
            double full = tellEach("CPU of BM25 with the whole article",
                    Cpu.millis(sample, one -> french.likeAllOf(one, LISTED, Instant.MAX)));
            tell("list by BM25 with the whole article", whole / full, "×");
        }
        tell("places of top tens as when every article is compared", 100 * lists.agreement(Lists.sample(articles,
                compared)), "%");
    }

    private void fill(LuceneIndex index) throws IOException {
        long began = Cpu.ofProcess();
        long generating = 0;
        List<PublicArticle> batch = new ArrayList<>(BATCH);
        for (int from = 0; from < articles.size(); from += batch.size()) {
            long generatingFrom = Cpu.ofThread();
            batch.clear();
            for (int i = from; i < Math.min(articles.size(), from + BATCH); i++) {
                batch.add(articles.article(i));
            }
            generating += Cpu.ofThread() - generatingFrom;
            for (PublicArticle article : batch) {
                ArticleWords words = ArticleWords.of(article);
                index.put(Profiler.profile(words), searchable ? SearchableText.of(words) : List.of(),
                        new Order(0, 1));
            }
        }
        index.refresh();
        index.commit();
        tell("indexed a second and core", articles.size() / ((Cpu.ofProcess() - began - generating) / 1e9), "");
    }

    private LuceneAsItComes lucene(String name, Analyzer analyzer) throws IOException {
        return new LuceneAsItComes(articles, analyzer, Files.createDirectories(folder.resolve(name)));
    }

    private double tellEach(String what, double[] millis) {
        tell(what + ", p50", Cpu.percentile(millis, 50), "ms");
        tell(what + ", p99", Cpu.percentile(millis, 99), "ms");
        tell(what, Cpu.mean(millis), "ms");
        return Cpu.mean(millis);
    }

    private void tell(String what, double value, String unit) {
        figures.accept(new Figure(articles.size(), what, value, unit));
    }

    /** What is in use after a collection, in megabytes. */
    private static double heap() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }

    private static double size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum() / MEGABYTE;
        }
    }
}
