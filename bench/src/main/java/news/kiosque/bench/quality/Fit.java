package news.kiosque.bench.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import news.kiosque.bench.corpus.Collection;
import news.kiosque.bench.corpus.TemporaryFolder;
import news.kiosque.events.PublicArticle;
import news.kiosque.recommendation.learning.BoostedStumps;
import news.kiosque.recommendation.learning.Lesson;
import news.kiosque.recommendation.learning.Scores;
import news.kiosque.recommendation.similarity.Feature;
import news.kiosque.recommendation.similarity.Model;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./kiosque bench fit}: how the shipped model is made. It learns from the earlier half of a collection's queries
 * alone; what each aspect adds is measured by four folds, in time, inside that half.
 */
@Command(name = "fit", mixinStandardHelpOptions = true, description = "Fit a model on the earlier half of a collection's queries.")
public final class Fit implements Callable<Integer> {
    private static final int FOLDS = 4;
    private static final int FITS = 8;
    /** What each aspect adds is a difference of two that vary alike. */
    private static final int FITS_WITHOUT = 2;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "One collection: docs.jsonl[.gz] with links*.tsv.")
    private Path data = Path.of(".");

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the model as JSON.")
    private @Nullable Path out;

    @Option(names = "--ablation", description = "Measure what each aspect adds, too.")
    private boolean ablation;

    @Override
    public Integer call() throws IOException {
        Collection collection = Collection.read(data);
        TemporaryFolder scratch = new TemporaryFolder();
        try (scratch; Ours ours = new Ours(collection, scratch.folder("ours"))) {
            List<PublicArticle> queries = collection.queries();
            List<PublicArticle> earlier = queries.subList(0, queries.size() / 2);
            List<Lesson> lessons = ours.lessons(earlier);
            double all = folds(collection, ours, earlier, lessons, EnumSet.allOf(Feature.class), FITS);
            System.out.printf(Locale.ROOT, "all features: nDCG@5 %.4f%n", all);
            Model model = BoostedStumps.fit("shipped",
                    String.format(Locale.ROOT, "%d French articles of 2017–2019 with links that journalists placed; "
                            + "nDCG@5 %.3f by four folds in time among them", earlier.size(), all),
                    lessons, EnumSet.allOf(Feature.class), FITS);
            model = ablation ? explained(model, collection, ours, earlier, lessons) : model;
            if (out != null) {
                Files.write(out, model.toJson());
            }
        }
        return 0;
    }

    private static Model explained(Model model, Collection collection, Ours ours, List<PublicArticle> queries,
            List<Lesson> lessons) {
        double all = folds(collection, ours, queries, lessons, EnumSet.allOf(Feature.class), FITS_WITHOUT);
        List<Model.Part> parts = new ArrayList<>(model.parts());
        for (String aspect : Stream.of(Feature.values()).map(Feature::label).distinct().toList()) {
            double without = folds(collection, ours, queries, lessons, Ours.allBut(aspect), FITS_WITHOUT);
            String evidence = String.format(Locale.ROOT, "without %s: nDCG@5 %+.4f", aspect, without - all);
            System.out.println(evidence);
            parts.replaceAll(part -> part.feature().label().equals(aspect)
                    ? new Model.Part(part.feature(), part.above(), part.worth(), evidence)
                    : part);
        }
        return new Model(model.name(), model.evidence(), parts);
    }

    private static double folds(Collection collection, Ours ours, List<PublicArticle> queries, List<Lesson> lessons,
            Set<Feature> features, int fits) {
        return IntStream.range(0, FOLDS).parallel().mapToDouble(fold -> {
            int from = fold * queries.size() / FOLDS;
            int to = (fold + 1) * queries.size() / FOLDS;
            List<Lesson> others = new ArrayList<>(lessons.subList(0, from));
            others.addAll(lessons.subList(to, lessons.size()));
            Ranking ranking = ours.with(BoostedStumps.fit("fold", "", others, features, fits));
            return queries.subList(from, to).stream().mapToDouble(
                    query -> Scores.of(ranking.of(query, 0), collection.answers().get(query.id())).ndcg5()).sum();
        }).sum() / queries.size();
    }
}
