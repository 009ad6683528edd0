package news.kiosque.consent.notice;

import java.time.Duration;
import java.util.Map;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the notice's style and script. */
@RestController
class AssetPages {
    private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl FOR_NOW = CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();
    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");
    private static final MediaType JS = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    private final Map<String, Asset> assets;

    AssetPages(NoticeAssets assets) {
        this.assets = Map.of("notice.css", new Asset(assets.stylePath(), CSS, assets.style()), "notice.js",
                new Asset(assets.scriptPath(), JS, assets.script()), "choices.css",
                new Asset(assets.pageStylePath(), CSS, assets.pageStyle()), "bureau.css",
                new Asset(assets.bureauStylePath(), CSS, assets.bureauStyle()));
    }

    /** A page from before an update may still name the file of then: it gets the one of now, for a minute. */
    @GetMapping(NoticeAssets.PATH + "{name:notice|choices|bureau}.{hash:[0-9a-f]+}.{ending:css|js}")
    ResponseEntity<byte[]> asset(@PathVariable String name, @PathVariable String hash, @PathVariable String ending) {
        Asset asset = assets.get(name + "." + ending);
        if (asset == null) {
            return ResponseEntity.notFound().build();
        }
        boolean current = asset.path().equals(NoticeAssets.PATH + name + "." + hash + "." + ending);
        return ResponseEntity.ok().cacheControl(current ? FOR_EVER : FOR_NOW).contentType(asset.type())
                .header("X-Content-Type-Options", "nosniff").body(asset.content());
    }

    private record Asset(String path, MediaType type, byte[] content) {}
}
