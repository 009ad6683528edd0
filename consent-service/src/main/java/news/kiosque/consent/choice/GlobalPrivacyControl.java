package news.kiosque.consent.choice;

import java.time.Duration;
import java.util.Map;

import news.kiosque.consent.notice.Notices;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says to the world that this site obeys Global Privacy Control. */
@RestController
class GlobalPrivacyControl {
    private final Notices notices;

    GlobalPrivacyControl(Notices notices) {
        this.notices = notices;
    }

    @GetMapping("/.well-known/gpc.json")
    ResponseEntity<Map<String, Object>> support() {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(Map.of("gpc", true, "lastUpdate", notices.inForce().updated().toString()));
    }
}
