package news.kiosque.testkit;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * The store of tests that are not about the store: the one that KIOSQUE_TEST_STORE names; else the one in a container,
 * where {@code -Pcontainers} asks for it; else the embedded server.
 */
public final class TestMongo {
    private static final String CHOICE = "KIOSQUE_TEST_STORE";

    private TestMongo() {}

    public static String uri() {
        StoreServer usual = Containers.whyNot() == null ? StoreServer.CONTAINER : StoreServer.EMBEDDED;
        String chosen = Objects.requireNonNullElse(StoreServer.setting(CHOICE), usual.name());
        return StoreServer.valueOf(chosen.toUpperCase(Locale.ROOT)).uri();
    }

    /** The name of a database that nobody has used. */
    public static String freshDatabase() {
        return "test-" + UUID.randomUUID();
    }
}
