package news.kiosque.standalone.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import news.kiosque.standalone.jvm.Installation;
import news.kiosque.standalone.jvm.JavaProgram.Cache;
import news.kiosque.standalone.process.Journal;
import news.kiosque.standalone.process.Keeper;
import org.jspecify.annotations.Nullable;

/** The store of a data folder without the suite that uses it. */
public final class LoneStore implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Keeper keeper;
    private final String uri;

    private LoneStore(Keeper keeper, String uri) {
        this.keeper = keeper;
        this.uri = uri;
    }

    /**
     * Returns when it can be used.
     *
     * @param mongod a real MongoDB server in place of the embedded one
     * @throws CannotStart when it does not start
     */
    public static LoneStore start(@Nullable Path mongod, DataFolder data, Installation installation, Journal journal)
            throws InterruptedException {
        int port = new Ports().free();
        var keeper = new Keeper(Blueprint.store(mongod, data, installation, Cache.NONE, port), journal, () -> {});
        var store = new LoneStore(keeper, Blueprint.storeUri(mongod, port));
        try {
            keeper.start();
            keeper.firstReady().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return store;
        } catch (ExecutionException | TimeoutException e) {
            store.close();
            throw new CannotStart("the store does not start; see " + data.logs());
        }
    }

    /** For MongoDB drivers. */
    public String uri() {
        return uri;
    }

    @Override
    public void close() {
        keeper.stop(PATIENCE);
    }
}
