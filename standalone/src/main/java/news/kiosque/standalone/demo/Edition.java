package news.kiosque.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;

/**
 * What one edition of the demo consists of.
 *
 * @param name {@code fr} or {@code en}
 * @param sections parents before their children, in the order of the menu
 * @param articles in the order of publication, so that the last one leads the front page
 */
record Edition(String name, List<Section> sections, List<DemoArticle> articles) {

    /** @param path such as {@code monde/europe} */
    record Section(String path, String name) {}

    /** Reads the edition that lies in {@code /demo/<name>}. */
    static Edition read(String name) {
        try {
            var plan = JSONObjectUtils.parse(text(name + "/edition.json"));
            var sections = List.of(JSONObjectUtils.getJSONObjectArray(plan, "sections")).stream()
                    .map(Edition::section).toList();
            var articles = JSONObjectUtils.getStringList(plan, "articles").stream()
                    .map(key -> Manuscript.read(key, text(name + "/" + key + ".md"))).toList();
            return new Edition(name, sections, articles);
        } catch (ParseException e) {
            throw new IllegalStateException("The plan of the demo edition \"" + name + "\" is not valid JSON.", e);
        }
    }

    private static Section section(Map<String, Object> json) {
        return new Section((String) json.get("path"), (String) json.get("name"));
    }

    private static String text(String path) {
        try (var resource = Edition.class.getResourceAsStream("/demo/" + path)) {
            if (resource == null) {
                throw new IllegalStateException("The demo edition lacks its file " + path + ".");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo edition's file " + path + " cannot be read.", e);
        }
    }
}
