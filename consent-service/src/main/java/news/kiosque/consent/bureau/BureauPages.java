package news.kiosque.consent.bureau;

import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

import news.kiosque.consent.notice.NoticeAssets;
import news.kiosque.consent.notice.Notices;
import news.kiosque.consent.notice.Templates;
import news.kiosque.consent.operator.Administrators;
import news.kiosque.consent.tally.Tally;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What readers chose in the last weeks, and whether the ledger is whole. */
@RestController
class BureauPages {
    static final String PATH = "/bureau/consent";
    static final String POLICY = "default-src 'none'; style-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";
    static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Tally tally;
    private final LedgerHealth health;
    private final Notices notices;
    private final NoticeAssets assets;
    private final Templates templates;
    private final InstantSource clock;
    private final ZoneId zone;

    BureauPages(Tally tally, LedgerHealth health, Notices notices, NoticeAssets assets, Templates templates,
            InstantSource clock, @Value("${kiosque.zone}") ZoneId zone) {
        this.tally = tally;
        this.health = health;
        this.notices = notices;
        this.assets = assets;
        this.templates = templates;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(PATH)
    Mono<ResponseEntity<String>> overview(Authentication who) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return Administrators.only(who)
                .then(Mono.defer(() -> tally.since(today.minusDays(Plots.DAYS - 1L)).collectList()))
                .map(counts -> {
                    Map<String, Object> parameters = new HashMap<>();
                    parameters.put("plots", Plots.of(counts, today));
                    parameters.put("verified", health.last());
                    parameters.put("zone", zone);
                    parameters.put("notice", notices.inForce());
                    parameters.put("edition", notices.edition());
                    parameters.put("assets", assets);
                    return page(templates.render("bureau", parameters));
                });
    }

    /** Walks the ledger now, and shows what came out. */
    @PostMapping(PATH + "/verification")
    Mono<ResponseEntity<String>> verify(Authentication who) {
        return Administrators.only(who).then(Mono.defer(health::verify))
                .map(verified -> seeOther(PATH + "#ledger"));
    }

    static ResponseEntity<String> page(String html) {
        return page(HttpStatus.OK, html);
    }

    static ResponseEntity<String> page(HttpStatus status, String html) {
        return ResponseEntity.status(status).contentType(HTML).header("Cache-Control", "no-store")
                .header("Content-Security-Policy", POLICY).body(html);
    }

    static ResponseEntity<String> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}
