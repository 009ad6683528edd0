package news.kiosque.standalone.demo;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;
import news.kiosque.standalone.client.SuiteClient;
import news.kiosque.standalone.client.SuiteRefused;

/** The newsroom's public API, as far as posting an edition needs it; every request bears an idempotency key. */
final class Newsroom implements AutoCloseable {

    private final SuiteClient suite;

    Newsroom(URI address, String token) {
        this.suite = new SuiteClient(address, () -> token);
    }

    /**
     * An article that the newsroom has.
     *
     * @param location its path in the API
     * @param etag what a change to it must match
     * @param state such as {@code draft} or {@code published}
     */
    record Posted(String location, String etag, String state) {

        String id() {
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }

    /** Makes the section, unless it is there. */
    void section(String edition, Edition.Section section, int position) {
        var json = Map.<String, Object>of("edition", edition, "path", section.path(), "name", section.name(),
                "position", position);
        var key = "demo-section-" + edition + "-" + section.path().replace('/', '-');
        suite.expect(json("/api/v1/sections", json).header("Idempotency-Key", key).build(), 200, 201, 409);
    }

    /** Uploads a JPEG and answers its id; the same name again answers the same id. */
    String picture(String name, byte[] jpeg) {
        var request = suite.to("/api/v1/media").header("Content-Type", "image/jpeg")
                .header("Idempotency-Key", "demo-picture-" + name).POST(BodyPublishers.ofByteArray(jpeg));
        return string(suite.expect(request.build(), 200, 201), "id");
    }

    /** Posts a draft; the same key again answers the article that is there, whatever became of it since. */
    Posted post(String key, Map<String, Object> article) {
        var answer = suite.expect(json("/api/v1/articles", article).header("Idempotency-Key", key).build(), 200, 201);
        return new Posted(URI.create(header(answer, "Location")).getPath(), header(answer, "ETag"),
                string(answer, "state"));
    }

    void publish(Posted article) {
        var request = suite.to(article.location() + "/publish").header("If-Match", article.etag())
                .header("Idempotency-Key", "demo-publish-" + article.id()).POST(BodyPublishers.noBody());
        suite.expect(request.build(), 200);
    }

    private HttpRequest.Builder json(String path, Map<String, Object> json) {
        return suite.to(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSONObjectUtils.toJSONString(json)));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow(() -> new SuiteRefused(
                SuiteClient.asked(answer.request()) + " answered without the header " + name + "."));
    }

    private static String string(HttpResponse<String> answer, String field) {
        if (SuiteClient.json(answer).get(field) instanceof String value) {
            return value;
        }
        throw new SuiteRefused(SuiteClient.asked(answer.request()) + " answered without \"" + field + "\".");
    }

    @Override
    public void close() {
        suite.close();
    }
}
