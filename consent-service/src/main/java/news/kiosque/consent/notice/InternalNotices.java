package news.kiosque.consent.notice;

import java.util.List;

import news.kiosque.events.NoticePublished;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Tells a gateway what to show when Kafka cannot. */
@RestController
class InternalNotices {
    private final Notices notices;

    InternalNotices(Notices notices) {
        this.notices = notices;
    }

    @GetMapping("/internal/notices")
    ResponseEntity<List<NoticePublished>> all() {
        List<NoticePublished> all = notices.published();
        if (all.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "No notice is stored yet: try again.");
        }
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(all);
    }
}
