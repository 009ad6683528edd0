package news.kiosque.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import news.kiosque.standalone.mongo.EmbeddedMongo;
import org.jspecify.annotations.Nullable;

/**
 * One store a JVM over MongoDB's wire protocol: the embedded server, or a replica set of one of the {@code mongod} that
 * {@code KIOSQUE_TEST_MONGOD} names.
 */
public final class TestMongo {
    /** The variable, or system property, that names a mongod. */
    public static final String MONGOD = "KIOSQUE_TEST_MONGOD";

    private static final class Holder {
        static final String URI = start();
    }

    private TestMongo() {}

    public static String uri() {
        return Holder.URI;
    }

    /** Whether it is MongoDB proper, with transactions and change streams. */
    public static boolean isReal() {
        return mongod() != null;
    }

    /** The name of a database that nobody has used. */
    public static String freshDatabase() {
        return "test-" + UUID.randomUUID();
    }

    private static String start() {
        String mongod = mongod();
        return mongod == null ? startEmbedded() : RealMongod.start(Path.of(mongod), folder());
    }

    private static String startEmbedded() {
        EmbeddedMongo server = EmbeddedMongo.open(folder().resolve("store"), new InetSocketAddress("localhost", 0));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server.uri();
    }

    private static @Nullable String mongod() {
        String named = System.getProperty(MONGOD, System.getenv(MONGOD));
        return named == null || named.isBlank() ? null : named;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("kiosque-mongo");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
