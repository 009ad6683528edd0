package news.kiosque.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

import news.kiosque.standalone.mongo.EmbeddedMongo;
import org.jspecify.annotations.Nullable;

/** The servers on which the product's stores have to work alike; one of a kind a JVM. */
public enum StoreServer {
    /** The embedded server. */
    EMBEDDED {
        @Override
        @Nullable
        String whyNot() {
            return null;
        }

        @Override
        String start() {
            var server = EmbeddedMongo.open(folder().resolve("store"),
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server.uri();
        }
    },

    /** A replica set of one of the {@code mongod} that the variable, or system property, KIOSQUE_TEST_MONGOD names. */
    MONGOD {
        @Override
        @Nullable
        String whyNot() {
            return setting(BINARY) == null ? BINARY + " names no mongod" : null;
        }

        @Override
        String start() {
            return RealMongod.start(Path.of(String.valueOf(setting(BINARY))), folder());
        }
    },

    /** A replica set of one in a container, where {@code -Pcontainers} asks for it and a container engine answers. */
    CONTAINER {
        @Override
        @Nullable
        String whyNot() {
            return Containers.whyNot();
        }

        @Override
        String start() {
            return Containers.startMongo();
        }
    };

    private static final String BINARY = "KIOSQUE_TEST_MONGOD";

    private @Nullable String uri;

    /** Of the running server. */
    public synchronized String uri() {
        if (whyNot() != null) {
            throw new IllegalStateException(whyNot());
        }
        if (uri == null) {
            uri = start();
        }
        return uri;
    }

    /** Why this server cannot be had here; null when it can. */
    abstract @Nullable String whyNot();

    abstract String start();

    static @Nullable String setting(String name) {
        String value = System.getProperty(name, System.getenv(name));
        return value == null || value.isBlank() ? null : value;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("kiosque-mongo");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
