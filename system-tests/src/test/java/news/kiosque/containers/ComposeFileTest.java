package news.kiosque.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ComposeFileTest {
    private static final Path CLONE = Path.of("..");
    private static final String BROKEN = """
            services:
              gateway:
                container_name: gateway
                ports: ["8080:8080"]
                restart: always
                environment: {KIOSQUE_KAFKA: "kafka:9092", KIOSQUE_KAFAK: "kafka:9092"}
                volumes: ["secrets:/run/kiosque"]
              front:
                restart: always
                healthcheck: {}
                deploy: {}
                stop_grace_period: 1s
                volumes: ["secrets:/etc/keys"]
            volumes: {unused: }
            """;
    private static final String SETTINGS = "${KIOSQUE_KAFKA:x} ${KIOSQUE_KEYS:./keys} ${KIOSQUE_DATA:./data}";

    @Test
    void composeFileAndSettingsAgree() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        for (String service : new String[]{"gateway", "article-service", "recommendation-service",
                "consent-service"}) {
            settings.put(service, Files.readString(CLONE.resolve(service + "/src/main/resources/application.yml")));
        }

        assertThat(ComposeFile.read(Files.readString(CLONE.resolve("docker-compose.yml"))).faults(settings)).isEmpty();
    }

    @Test
    void eachFaultIsFound() {
        assertThat(ComposeFile.read(BROKEN).faults(Map.of("gateway", SETTINGS, "article-service", "")))
                .containsExactlyInAnyOrder("article-service is missing", "gateway knows no setting KIOSQUE_KAFAK",
                        "gateway is not told KIOSQUE_KEYS", "gateway keeps data, but in no volume",
                        "gateway has no share of the secrets of its own: [gateway, front]",
                        "gateway has a fixed name, so there can only be one", "gateway publishes a port",
                        "gateway has no healthcheck", "gateway has no deploy", "gateway has no stop_grace_period",
                        "no volume secrets", "nobody uses the volume unused");
    }
}
