package news.kiosque.story;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;
import tools.jackson.databind.json.JsonMapper;

/** The Nu validator, which W3C's own service runs, on pages as readers get them: with the notice in its slot. */
final class ValidHtml {

    private ValidHtml() {}

    /** What is wrong with a page; empty when it is valid. */
    static List<String> complaints(String html) {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
        validator.setNoStream(true);
        validator.setNoLangDetect(true);
        // The validator knows CSS as of 2020; what the style does is looked at in a browser.
        String unstyled = html.replaceFirst("(?s)<style>.*?</style>", "");
        try {
            String found = validator.validate(new ByteArrayInputStream(unstyled.getBytes(StandardCharsets.UTF_8)));
            return JsonMapper.shared().readTree(found).path("messages").valueStream()
                    .filter(message -> message.path("type").asString().equals("error")
                            || message.path("subType").asString().equals("warning"))
                    .map(message -> message.path("message").asString() + " in " + message.path("extract").asString())
                    .toList();
        } catch (IOException | SAXException e) {
            throw new IllegalStateException("The validator failed", e);
        }
    }
}
