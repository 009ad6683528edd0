package news.kiosque.consent.operator;

import java.util.Set;

import news.kiosque.consent.notice.JurisdictionStore;
import news.kiosque.consent.notice.Jurisdictions;
import news.kiosque.consent.notice.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import static news.kiosque.consent.operator.Administrators.only;

/** For administrators, under {@code /api/v1/consent}. */
@RestController
class OperatorApi {
    private final JurisdictionStore jurisdictions;
    private final Notices notices;

    OperatorApi(JurisdictionStore jurisdictions, Notices notices) {
        this.jurisdictions = jurisdictions;
        this.notices = notices;
    }

    @GetMapping("/api/v1/consent/jurisdictions")
    Mono<Jurisdictions> jurisdictions(Authentication who) {
        return only(who).then(Mono.defer(jurisdictions::get));
    }

    @PutMapping("/api/v1/consent/jurisdictions")
    Mono<Jurisdictions> set(@RequestBody Mono<Places> wanted, Authentication who) {
        return only(who).then(wanted).map(Places::jurisdictions).flatMap(jurisdictions::set)
                .flatMap(set -> notices.publish().thenReturn(set));
    }

    /** Jurisdictions as they are sent; checked only when they are read whole. */
    record Places(@Nullable Set<String> optOut, @Nullable Set<String> implied) {
        Jurisdictions jurisdictions() {
            return new Jurisdictions(optOut == null ? Set.of() : optOut, implied == null ? Set.of() : implied);
        }
    }
}
