package news.kiosque.articles.request;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of requests as JSON objects. */
public final class Bodies {
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Bodies() {}

    /**
     * @throws Malformed when it is not JSON
     * @throws Invalid when it is JSON but no object
     */
    public static ObjectNode object(byte[] body) {
        if (parse(body) instanceof ObjectNode object) {
            return object;
        }
        throw Invalid.at("", "must be an object");
    }

    /** An empty object for an empty body, for what needs no words. */
    public static ObjectNode objectOrNothing(byte[] body) {
        return body.length == 0 ? JSON.createObjectNode() : object(body);
    }

    /** A value as JSON, for merging. */
    public static ObjectNode of(Object value) {
        return JSON.valueToTree(value);
    }

    private static JsonNode parse(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            JsonNode node = JSON.readTree(parser);
            if (node == null || node.isMissingNode()) {
                throw new Malformed("The body is empty: send JSON.");
            }
            if (parser.nextToken() != null) {
                throw new Malformed("The body has something after its end.");
            }
            return node;
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            throw new Malformed("The body is not JSON: " + e.getOriginalMessage()
                    + (place == null ? "" : ", line " + place.getLineNr() + ", column " + place.getColumnNr()));
        }
    }
}
