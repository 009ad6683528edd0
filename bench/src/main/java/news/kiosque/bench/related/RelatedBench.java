package news.kiosque.bench.related;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import news.kiosque.bench.corpus.Collection;
import news.kiosque.bench.corpus.Enlarged;
import news.kiosque.bench.corpus.TemporaryFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./kiosque bench related}: what related lists cost, from one processor's point of view. */
@Command(name = "related", mixinStandardHelpOptions = true, description = "What related lists cost, at any number of articles.")
public final class RelatedBench implements Callable<Integer> {

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "One collection, which is enlarged: docs.jsonl[.gz] with links*.tsv or qrels.tsv.")
    private Path data = Path.of(".");

    @Option(names = "--articles", split = ",", defaultValue = "10000", description = "How many articles; several numbers are measured one after the other (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes = List.of();

    @Option(names = "--sample", defaultValue = "300", description = "Lists that are timed (default: ${DEFAULT-VALUE}).")
    private int sample;

    @Option(names = "--compared", defaultValue = "100", description = "Lists for which every article is compared in full too (default: ${DEFAULT-VALUE}).")
    private int compared;

    @Option(names = "--publications", defaultValue = "0", description = "Articles that are published, 20 a second, to a broker and a service of their own (default: ${DEFAULT-VALUE}).")
    private int publications;

    @Option(names = "--searchable", description = "Write what readers search in as well, as the service does.")
    private boolean searchable;

    @Option(names = "--keep", paramLabel = "FOLDER", description = "Where the indexes stay for the next time.")
    private @Nullable Path keep;

    @Option(names = "--json", paramLabel = "FILE", description = "Where to write the figures as JSON.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Collection collection = Collection.read(data);
        List<Figure> figures = new ArrayList<>();
        try (TemporaryFolder scratch = new TemporaryFolder()) {
            for (int size : sizes) {
                Path folder = keep == null ? scratch.folder("" + size) : keep.resolve("" + size);
                Enlarged articles = new Enlarged(collection, size);
                Consumer<Figure> sink = figure -> {
                    figures.add(figure);
                    System.out.println(figure);
                };
                new OneSize(articles, folder, searchable, sink).measure(sample, compared);
                if (publications > 0) {
                    new Publications(articles, sink).measure(scratch.folder("kafka-" + size), publications);
                }
            }
        }
        if (json != null) {
            Files.write(json, new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(figures));
        }
        return 0;
    }
}
