package news.kiosque.bench.store;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The embedded store, and beside it a mongod in the same run. */
@Command(name = "store", mixinStandardHelpOptions = true, description = {
        "What article-service's questions and durable writes cost the embedded store, in CPU time of the server.",
        "With --mongod the same is asked of MongoDB's own server, in turns."})
public final class StoreBench implements Callable<Integer> {
    /** What is asked of as many articles first, to see what grows. */
    private static final int PART = 10;

    @Option(names = "--mongod", paramLabel = "PATH", description = "MongoDB's own server.")
    private @Nullable Path mongod;

    @Option(names = "--articles", defaultValue = "34000", description = "How many there are in the end (default: ${DEFAULT-VALUE}).")
    private int articles;

    @Option(names = "--calls", defaultValue = "1000", description = "How often each question is asked (default: ${DEFAULT-VALUE}).")
    private int calls;

    @Option(names = "--seconds", defaultValue = "10", description = "How long writers write (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    public Integer call() throws Exception {
        Map<String, Answers> columns = new LinkedHashMap<>();
        try (Server embedded = Server.embedded()) {
            measure("embedded", embedded, columns);
            new DurableWrites(embedded, articles).run(seconds);
            embedded.sayAtRest();
        }
        if (mongod != null) {
            try (Server real = Server.mongod(mongod)) {
                measure("mongod", real, columns);
                new DurableWrites(real, articles).run(seconds);
            }
        }
        Answers.print(columns);
        return 0;
    }

    private void measure(String name, Server server, Map<String, Answers> columns) throws Exception {
        Corpus corpus = new Corpus(server.articles());
        corpus.index();
        for (int size : new int[]{articles / PART, articles}) {
            corpus.growTo(size);
            columns.put("%s, %,d".formatted(name, size), new Questions(server, corpus).ask(calls));
        }
    }
}
