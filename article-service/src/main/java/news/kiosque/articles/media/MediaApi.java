package news.kiosque.articles.media;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

import news.kiosque.articles.request.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The newsroom's way to its pictures. */
@RestController
@RequestMapping(path = "/api/v1/media", produces = MediaType.APPLICATION_JSON_VALUE)
class MediaApi {
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int LONGEST_ALT = 1_000;

    private final Media media;
    private final InstantSource clock;

    MediaApi(Media media, InstantSource clock) {
        this.media = media;
        this.clock = clock;
    }

    @PostMapping(consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE, "image/webp"})
    Mono<ResponseEntity<Medium>> add(ServerHttpRequest request, @RequestParam @Nullable String alt) {
        return joined(request.getBody()).switchIfEmpty(Mono.error(MediaApi::noPicture)).flatMap(all -> keep(all, alt));
    }

    /** A form with one file and perhaps a field {@code alt}. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Medium>> add(ServerWebExchange exchange) {
        return exchange.getMultipartData()
                .flatMap(parts -> Flux.fromIterable(parts.values()).flatMapIterable(all -> all)
                        .ofType(FilePart.class).next().flatMap(file -> joined(file.content()))
                        .switchIfEmpty(Mono.error(MediaApi::noPicture)).flatMap(all -> keep(all, alt(parts))));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<Medium>> read(@PathVariable String id) {
        return media.find(id).map(ResponseEntity::ok).defaultIfEmpty(ResponseEntity.notFound().build());
    }

    private Mono<ResponseEntity<Medium>> keep(byte[] bytes, @Nullable String alt) {
        if (alt != null && (alt.length() > LONGEST_ALT || alt.indexOf('\0') >= 0)) {
            return Mono.error(Invalid.at("/alt", "must have at most " + LONGEST_ALT + " characters"));
        }
        PictureType type = PictureType.of(bytes).orElseThrow(MediaApi::noPicture);
        Medium medium = new Medium(id(bytes), type.type(), type.width(), type.height(), bytes.length, alt,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return media.add(medium, bytes)
                .flatMap(added -> added
                        ? Mono.just(ResponseEntity.created(URI.create("/api/v1/media/" + medium.id())).body(medium))
                        : media.find(medium.id()).map(ResponseEntity::ok));
    }

    private static @Nullable String alt(MultiValueMap<String, Part> parts) {
        List<Part> named = parts.getOrDefault("alt", List.of());
        return !named.isEmpty() && named.getFirst() instanceof FormFieldPart field ? field.value() : null;
    }

    /** Counts the bytes as they come, so that no header can say less than there is. */
    private static Mono<byte[]> joined(Flux<DataBuffer> content) {
        return DataBufferUtils.join(content, MOST_BYTES).map(buffer -> {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            DataBufferUtils.release(buffer);
            return bytes;
        });
    }

    private static Invalid noPicture() {
        return Invalid.at("", "must be a PNG, JPEG or WebP picture");
    }

    private static String id(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
