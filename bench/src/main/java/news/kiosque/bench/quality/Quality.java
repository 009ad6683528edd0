package news.kiosque.bench.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import news.kiosque.bench.corpus.Collection;
import news.kiosque.bench.corpus.LuceneAsItComes;
import news.kiosque.bench.corpus.TemporaryFolder;
import news.kiosque.events.PublicArticle;
import news.kiosque.recommendation.similarity.Model;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./kiosque bench quality}: one table of what finds how much of what is right. */
@Command(name = "quality", mixinStandardHelpOptions = true, description = "Related lists against what journalists linked, beside what others use.")
public final class Quality implements Callable<Integer> {
    private static final int RANKED = 200;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "A folder of collections: docs.jsonl[.gz] with links*.tsv or qrels.tsv.")
    private Path data = Path.of(".");

    @Option(names = "--json", paramLabel = "FILE", description = "Where to write the rows as JSON.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException {
        List<Path> folders = Collection.under(data);
        if (folders.isEmpty()) {
            System.err.println("kiosque bench: no folder under " + data
                    + " has docs.jsonl[.gz] with links*.tsv or qrels.tsv");
            return 1;
        }
        List<Row> rows = new ArrayList<>();
        System.out.printf("%-26s %-24s %7s  %s%n", "set", "system", "queries",
                "mean [95%] of nDCG@5, R@5, R@10, MRR@10, and MAP where all that is right is known");
        for (Path folder : folders) {
            measure(Collection.read(folder), rows);
        }
        if (json != null) {
            Files.write(json, new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(rows));
        }
        return 0;
    }

    private static void measure(Collection collection, List<Row> rows) throws IOException {
        TemporaryFolder scratch = new TemporaryFolder();
        try (scratch;
                Ours ours = new Ours(collection, scratch.folder("ours"));
                var plain = new LuceneAsItComes(collection.articles().values(), new StandardAnalyzer(),
                        scratch.folder("plain"));
                var tuned = new LuceneAsItComes(collection.articles().values(), analyzer(collection),
                        scratch.folder("tuned"))) {
            var defaults = plain.moreLikeThis();
            var better = tuned.tunedMoreLikeThis();
            Map<String, Supplier<Ranking>> systems = new LinkedHashMap<>();
            systems.put("random", () -> (query, place) -> random(collection, query));
            systems.put("MoreLikeThis defaults", () -> (query, place) -> plain.like(query, defaults, RANKED,
                    query.publishedAt()));
            systems.put("MoreLikeThis tuned", () -> (query, place) -> tuned.like(query, better, RANKED,
                    query.publishedAt()));
            systems.put("full-article BM25", () -> (query, place) -> tuned.likeAllOf(query, RANKED,
                    query.publishedAt()));
            systems.put("TF-IDF cosine × decay", ours::cosineWithDecay);
            systems.put("ours shipped", () -> ours.with(Model.SHIPPED));
            systems.put("ours learned, 5 folds", ours::learned);
            systems.forEach((system, ranking) -> measure(collection, system, ranking.get(), rows));
        }
    }

    private static void measure(Collection collection, String system, Ranking ranking, List<Row> rows) {
        List<Row.Answer> answers = Row.Answer.of(collection, ranking);
        boolean graded = collection.isGraded();
        add(Row.of(collection.name(), system, answers, graded), rows);
        if (!graded) {
            add(Row.of(collection.name() + ", later half", system, answers.subList(answers.size() / 2, answers.size()),
                    graded), rows);
        }
    }

    private static void add(Row row, List<Row> rows) {
        rows.add(row);
        StringBuilder line = new StringBuilder();
        row.metric().forEach((name, value) -> line
                .append(String.format(Locale.ROOT, "  %.3f [%.3f %.3f]", value.value(), value.low(), value.high())));
        System.out.printf("%-26s %-24s %7d%s%n", row.set(), row.system(), row.queries(), line);
    }

    private static List<String> random(Collection collection, PublicArticle query) {
        List<String> ids = new ArrayList<>(collection.articles().values().stream()
                .filter(article -> article != query && !article.publishedAt().isAfter(query.publishedAt()))
                .map(PublicArticle::id).toList());
        java.util.Collections.shuffle(ids, new Random(query.id().hashCode()));
        return ids.subList(0, Math.min(RANKED, ids.size()));
    }

    private static Analyzer analyzer(Collection collection) {
        String language = collection.articles().values().iterator().next().language();
        return language.startsWith("fr")
                ? new FrenchAnalyzer()
                : language.startsWith("en") ? new EnglishAnalyzer() : new StandardAnalyzer();
    }
}
