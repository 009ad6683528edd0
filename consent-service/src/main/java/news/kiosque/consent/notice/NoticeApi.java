package news.kiosque.consent.notice;

import java.time.Duration;
import java.util.List;

import news.kiosque.events.NoticePublished;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** What is asked now, and what was asked in every version before. */
@RestController
class NoticeApi {
    private static final CacheControl A_MINUTE = CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final Notices notices;

    NoticeApi(Notices notices) {
        this.notices = notices;
    }

    @GetMapping("/choix/v1/notice")
    ResponseEntity<NoticePublished> current(@RequestParam(defaultValue = "fr") String language,
            @RequestParam(defaultValue = "opt_in") String mode) {
        return Mode.named(mode).flatMap(known -> notices.published(language, known))
                .map(notice -> ResponseEntity.ok().cacheControl(A_MINUTE).body(notice))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
                        "There is no notice in this language and mode."));
    }

    /** Every text of the version, editorial changes included, as readers saw it. */
    @GetMapping("/choix/v1/notices/{version}")
    Mono<ResponseEntity<List<StoredText>>> version(@PathVariable String version) {
        return notices.ofVersion(version).collectList().map(texts -> {
            if (texts.isEmpty()) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No notice has ever had this version.");
            }
            return ResponseEntity.ok().cacheControl(A_MINUTE).body(texts);
        });
    }
}
