package news.kiosque.testkit;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * MongoDB and Kafka in containers, instead of the embedded ones, where {@code mvn verify -Pcontainers} asks for them and
 * an engine answers. The images are those of {@code docker-compose.yml}, named by the same variables.
 */
public final class Containers {
    /** A machine that has much else to do starts a broker in minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String ASKED = "kiosque.containers";

    private static final class Holder {
        static final @Nullable String WHY_NOT = look();
    }

    private static volatile boolean used;

    private Containers() {}

    /** Why nothing runs in containers here; null when it does. */
    public static @Nullable String whyNot() {
        return Holder.WHY_NOT;
    }

    /** @return the URI of a replica set of one, which ends with this JVM; kept in memory, not on the machine's disk */
    public static String startMongo() {
        var mongo = new MongoDBContainer(image("KIOSQUE_MONGO_IMAGE", "mongo:8.0").asCompatibleSubstituteFor("mongo"))
                .withReplicaSet().withTmpFs(Map.of("/data/db", "rw")).withStartupTimeout(PATIENCE);
        mongo.start();
        endWithThisJvm(mongo::stop);
        return mongo.getConnectionString() + "/?directConnection=true";
    }

    /**
     * @param settings of the broker, by Kafka's own names
     * @return the address of a broker, which ends with this JVM
     */
    public static String startKafka(Map<String, String> settings) {
        var kafka = new KafkaContainer(
                image("KIOSQUE_KAFKA_IMAGE", "apache/kafka:4.2.1").asCompatibleSubstituteFor("apache/kafka"))
                .withStartupTimeout(PATIENCE);
        settings.forEach((name, value) -> kafka.addEnv(variable(name), value));
        kafka.start();
        endWithThisJvm(kafka::stop);
        return kafka.getBootstrapServers();
    }

    /** Whether a container was started in this JVM. */
    static boolean areUsed() {
        return used;
    }

    /** As Kafka's images want it: {@code log.dirs} is {@code KAFKA_LOG_DIRS}. */
    static String variable(String setting) {
        return "KAFKA_" + setting.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static void endWithThisJvm(Runnable stop) {
        used = true;
        Runtime.getRuntime().addShutdownHook(new Thread(stop));
    }

    private static DockerImageName image(String variable, String usual) {
        return DockerImageName.parse(Objects.requireNonNullElse(StoreServer.setting(variable), usual));
    }

    private static @Nullable String look() {
        return Boolean.getBoolean(ASKED) ? ContainerEngine.ofTheMachine().whyNot() : "mvn -Pcontainers asks for them";
    }
}
