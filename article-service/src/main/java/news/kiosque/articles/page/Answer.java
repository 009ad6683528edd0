package news.kiosque.articles.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import news.kiosque.articles.edition.Edition;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * What is answered at a public address, in bytes, with what caches need to know: they may keep it as long as they ask
 * each time whether it is still true.
 *
 * @param edition whose language it is in; null for what only machines read
 * @param keys surrogate keys, as the header has them; empty for none
 * @param modified when what it is about last changed; null where that says little
 * @param location where else it is; null for none
 * @param lasting whether caches may keep it
 */
public record Answer(HttpStatus status, MediaType type, byte[] body, @Nullable Edition edition, String keys,
        @Nullable Instant modified, @Nullable String location, boolean lasting) {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final CacheControl ASK_EACH_TIME = CacheControl.maxAge(Duration.ZERO).cachePublic().mustRevalidate();
    private static final Duration RETRY = Duration.ofSeconds(5);

    static Answer page(HttpStatus status, Edition edition, byte[] html, String keys, @Nullable Instant modified,
            @Nullable String location) {
        return new Answer(status, HTML, html, edition, keys, modified, location, true);
    }

    /** A page that is made for one question and that nobody keeps. */
    static Answer fleeting(HttpStatus status, Edition edition, byte[] html) {
        return new Answer(status, HTML, html, edition, "", null, null, false);
    }

    /** Something that was found and is not a page. */
    public static Answer found(MediaType type, byte[] body, @Nullable Edition edition, String keys,
            @Nullable Instant modified) {
        return new Answer(HttpStatus.OK, type, body, edition, keys, modified, null, true);
    }

    /** Nothing now, and worth asking for again soon. */
    public static Answer unavailable() {
        byte[] text = "Unavailable for a moment; please try again.\n".getBytes(StandardCharsets.UTF_8);
        return new Answer(HttpStatus.SERVICE_UNAVAILABLE, MediaType.TEXT_PLAIN, text, null, "", null, null, false);
    }

    /** This answer, or only that nothing has changed since the asker was last told. */
    public Mono<ServerResponse> to(ServerRequest request) {
        String etag = etag();
        boolean unchanged = status == HttpStatus.OK && request.headers().header(HttpHeaders.IF_NONE_MATCH).stream()
                .flatMap(header -> List.of(header.split(",")).stream()).map(String::strip)
                .anyMatch(known -> known.equals("*") || known.replaceFirst("^W/", "").equals(etag));
        HttpStatus answered = unchanged ? HttpStatus.NOT_MODIFIED : status;
        ServerResponse.BodyBuilder response = ServerResponse.status(answered)
                .headers(headers -> describe(headers, etag));
        return unchanged ? response.build() : response.contentType(type).bodyValue(body);
    }

    private void describe(HttpHeaders headers, String etag) {
        SecurityHeaders.add(headers);
        headers.setCacheControl(isLasting() ? ASK_EACH_TIME : CacheControl.noStore());
        if (status == HttpStatus.OK) {
            headers.setETag(etag);
        }
        if (edition != null) {
            headers.set(HttpHeaders.CONTENT_LANGUAGE, edition.name());
        }
        if (!keys.isEmpty()) {
            headers.set("Surrogate-Key", keys);
        }
        if (modified != null) {
            headers.setLastModified(modified);
        }
        if (location != null) {
            headers.set(HttpHeaders.LOCATION, location);
        }
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            headers.set(HttpHeaders.ALLOW, HttpMethod.GET + ", " + HttpMethod.HEAD);
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY.toSeconds()));
        }
    }

    private boolean isLasting() {
        return lasting && status != HttpStatus.METHOD_NOT_ALLOWED && !status.is5xxServerError();
    }

    /** Changes with each byte of the body, and with nothing else. */
    private String etag() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
