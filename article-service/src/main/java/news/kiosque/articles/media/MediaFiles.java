package news.kiosque.articles.media;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Pictures for readers. What is at an address never changes, so everybody may keep it for ever. */
@RestController
class MediaFiles {
    private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Media media;

    MediaFiles(Media media) {
        this.media = media;
    }

    @GetMapping("/media/{id}")
    Mono<ResponseEntity<byte[]>> picture(@PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String known) {
        String tag = "\"" + id + "\"";
        return media.find(id).switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(medium -> known.contains(tag)
                        ? Mono.just(ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).cacheControl(FOR_EVER)
                                .<byte[]>build())
                        : media.bytes(id).map(bytes -> ResponseEntity.ok().eTag(tag).cacheControl(FOR_EVER)
                                .header("X-Content-Type-Options", "nosniff")
                                .header("Content-Security-Policy", "default-src 'none'")
                                .contentType(MediaType.parseMediaType(medium.type())).body(bytes)));
    }
}
