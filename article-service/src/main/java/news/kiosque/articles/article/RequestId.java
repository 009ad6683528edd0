package news.kiosque.articles.article;

import java.util.UUID;

import news.kiosque.articles.request.Malformed;
import news.kiosque.articles.text.Digests;
import org.jspecify.annotations.Nullable;

/** What makes a repeated request the same request. */
final class RequestId {
    private static final UUID NAMESPACE = UUID.fromString("5f0c8cf6-2d4b-4c8e-9a53-8f5d1a2f7b10");
    private static final int MAX_LENGTH = 255;

    private RequestId() {}

    /**
     * The id of what a request creates: with a key always the same for the same principal (UUIDv5, RFC 9562 §5.5).
     *
     * @throws Malformed when the key is too long
     */
    static String id(String principal, @Nullable String key) {
        if (key == null || key.isBlank()) {
            return UUID.randomUUID().toString();
        }
        if (key.length() > MAX_LENGTH) {
            throw new Malformed("The Idempotency-Key must have at most " + MAX_LENGTH + " characters.");
        }
        return Digests.uuid(NAMESPACE, principal + "\n" + key.strip());
    }

    /** By which the same body is known again. */
    static String digest(byte[] body) {
        return Digests.of(body);
    }
}
