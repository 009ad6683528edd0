package news.kiosque.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The record, its JSON Schema and its example of each event say the same. */
class ContractTest {
    private static final JsonMapper JSON = JsonMapper.builder().disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    @ParameterizedTest
    @EnumSource
    void exampleFollowsItsSchema(EventType type) {
        assertThat(faults(type, text("examples", type))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void recordReadsAndWritesItsExampleWhole(EventType type) {
        JsonNode example = JSON.readTree(text("examples", type));

        Event event = JSON.treeToValue(example, type.record());

        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(example);
    }

    @ParameterizedTest
    @EnumSource
    void schemaKnowsEveryPartOfTheRecordAndNoOther(EventType type) {
        JsonNode schema = JSON.readTree(text("schemas", type));
        List<String> parts = Arrays.stream(type.record().getRecordComponents()).map(part -> part.getName()).toList();

        assertThat(schema.get("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(parts);
    }

    @Test
    void schemaRefusesAnArticleWithoutHeadline() {
        String example = text("examples", EventType.ARTICLE_PUBLISHED).replace("\"headline\"", "\"title\"");

        assertThat(faults(EventType.ARTICLE_PUBLISHED, example)).isNotEmpty();
    }

    @Test
    void everyEventTypeNamesItselfOnce() {
        for (EventType type : EventType.values()) {
            assertThat(EventType.named(type.typeName())).contains(type);
            assertThat(Topics.named(type.topic()).name()).isEqualTo(type.topic());
        }
    }

    @Test
    void workIsSharedByTopicsOfAsManyPartitions() {
        assertThat(Topics.named(Topics.ARTICLE).partitions())
                .isEqualTo(Topics.named(Topics.RELATED_DIRTY).partitions())
                .isEqualTo(Topics.named(Topics.RELATED_BACKFILL).partitions());
    }

    private static List<Error> faults(EventType type, String json) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text("schemas", type), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static String text(String folder, EventType type) {
        String path = "/" + folder + "/" + type.typeName() + ".json";
        try (InputStream file = ContractTest.class.getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
