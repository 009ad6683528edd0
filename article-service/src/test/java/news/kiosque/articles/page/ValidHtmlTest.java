package news.kiosque.articles.page;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The Nu validator, which W3C's own service runs, finds nothing wrong with any page. */
class ValidHtmlTest {

    @ParameterizedTest
    @MethodSource
    void everyPageIsValid(String name) throws Exception {
        assertThat(complaints(SamplePages.all().get(name))).isEmpty();
    }

    static Stream<String> everyPageIsValid() {
        return SamplePages.all().keySet().stream();
    }

    @Test
    void findsWhatIsWrong() throws Exception {
        byte[] wrong = "<!DOCTYPE html><html lang=fr><title>x</title><p><li></p></html>"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(complaints(wrong)).isNotEmpty();
    }

    private static List<String> complaints(byte[] html) throws Exception {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
        validator.setNoStream(true);
        validator.setNoLangDetect(true);
        // The validator knows CSS as of 2020; what the style does is looked at in a browser.
        String unstyled = new String(html, StandardCharsets.UTF_8).replaceFirst("(?s)<style>.*?</style>", "");
        String found = validator.validate(new ByteArrayInputStream(unstyled.getBytes(StandardCharsets.UTF_8)));
        JsonNode messages = JsonMapper.shared().readTree(found).path("messages");
        return StreamSupport.stream(messages.spliterator(), false)
                .filter(message -> !message.path("type").asString().equals("info")
                        || message.path("subType").asString().equals("warning"))
                // All browsers have known it since 2021.
                .filter(message -> !message.path("message").asString().startsWith("The “date” input type"))
                .map(message -> message.path("message").asString() + " in " + message.path("extract").asString())
                .toList();
    }
}
