package news.kiosque.testkit;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** The store of tests that are not about the store: the embedded server, or the one that KIOSQUE_TEST_STORE names. */
public final class TestMongo {
    private static final String CHOICE = "KIOSQUE_TEST_STORE";

    private TestMongo() {}

    public static String uri() {
        String chosen = Objects.requireNonNullElse(StoreServer.setting(CHOICE), StoreServer.EMBEDDED.name());
        return StoreServer.valueOf(chosen.toUpperCase(Locale.ROOT)).uri();
    }

    /** The name of a database that nobody has used. */
    public static String freshDatabase() {
        return "test-" + UUID.randomUUID();
    }
}
