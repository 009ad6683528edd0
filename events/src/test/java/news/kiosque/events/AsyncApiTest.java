package news.kiosque.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/asyncapi.yaml} says what the code says. */
class AsyncApiTest {
    private static final Path DOCUMENT = Path.of("../docs/asyncapi.yaml");
    private static Map<String, Object> api;

    @BeforeAll
    static void read() throws IOException {
        api = new Yaml().load(Files.readString(DOCUMENT));
    }

    @Test
    void everyTopicIsAChannelWithItsPartitionsAndSettings() {
        Map<String, Object> declared = new TreeMap<>();
        for (TopicDeclaration topic : Topics.sources()) {
            declared.put(topic.name(), Map.of("partitions", topic.partitions(), "settings", topic.settings()));
        }

        assertThat(channels()).isEqualTo(declared);
    }

    @Test
    void everyEventIsAMessageOfItsTopic() {
        Map<String, List<String>> declared = new TreeMap<>(Arrays.stream(EventType.values()).collect(Collectors
                .groupingBy(EventType::topic,
                        Collectors.mapping(type -> type.record().getSimpleName(), Collectors.toList()))));
        Map<String, List<String>> documented = new TreeMap<>();
        for (Object channel : at(api, "channels").values()) {
            documented.put((String) at(channel).get("address"), List.copyOf(at(channel, "messages").keySet()));
        }

        assertThat(documented).isEqualTo(declared);
    }

    @Test
    void everyMessageHasItsTypeNameAndItsSchema() {
        for (EventType type : EventType.values()) {
            Map<String, Object> message = at(api, "components", "messages", type.record().getSimpleName());
            String schema = (String) at(message, "payload", "schema").get("$ref");

            assertThat(message).containsEntry("name", type.typeName());
            assertThat(DOCUMENT.resolveSibling(schema)).exists().hasFileName(type.typeName() + ".json");
        }
        assertThat(at(api, "components", "messages")).hasSize(EventType.values().length);
    }

    private static Map<String, Object> channels() {
        Map<String, Object> channels = new TreeMap<>();
        for (Object channel : at(api, "channels").values()) {
            Map<String, Object> kafka = at(channel, "bindings", "kafka");
            Map<String, String> settings = new TreeMap<>();
            at(kafka, "topicConfiguration").forEach((name, value) -> settings.put(name,
                    value instanceof List<?> policies
                            ? policies.stream().map(String.class::cast).collect(Collectors.joining(","))
                            : value.toString()));
            channels.put((String) at(channel).get("address"),
                    Map.of("partitions", kafka.get("partitions"), "settings", settings));
        }
        return channels;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Object document, String... path) {
        Object found = document;
        for (String step : path) {
            found = ((Map<String, Object>) found).get(step);
        }
        assertThat(found).as(String.join("/", path)).isNotNull();
        return (Map<String, Object>) found;
    }
}
