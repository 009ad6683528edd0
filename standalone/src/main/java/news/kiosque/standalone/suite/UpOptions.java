package news.kiosque.standalone.suite;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for when starting a suite.
 *
 * @param port of the site
 * @param bind the network address that the site listens on
 * @param mongod a real MongoDB server to run in place of the embedded one
 * @param mongodbUri a store that is there already, in place of either
 * @param kafka bootstrap servers of a broker that is there already
 */
public record UpOptions(int port, String bind, @Nullable Path mongod, @Nullable String mongodbUri,
        @Nullable String kafka) {

    /** Everything of its own, on this machine only. */
    public static UpOptions alone(int port) {
        return new UpOptions(port, "127.0.0.1", null, null, null);
    }
}
