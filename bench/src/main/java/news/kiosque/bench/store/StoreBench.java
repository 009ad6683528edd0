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
        Map<String, Map<Integer, Answers>> servers = new LinkedHashMap<>();
        try (Server embedded = Server.embedded()) {
            servers.put("embedded", measure(embedded));
        }
        if (mongod != null) {
            try (Server real = Server.mongod(mongod)) {
                servers.put("mongod", measure(real));
            }
        }
        Answers.print(servers);
        return 0;
    }

    private Map<Integer, Answers> measure(Server server) throws Exception {
        Map<Integer, Answers> sizes = new LinkedHashMap<>();
        Corpus corpus = new Corpus(server.articles());
        corpus.index();
        for (int size = articles / PART; size <= articles; size *= PART) {
            corpus.growTo(size);
            server.awaitRest();
            sizes.put(size, new Questions(server, corpus).ask(calls));
        }
        DurableWrites writes = new DurableWrites(server, articles);
        writes.run(seconds);
        writes.whileItTidiesUp(seconds);
        server.sayAtRest();
        return sizes;
    }
}
