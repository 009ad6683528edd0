package news.kiosque.consent.choice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import news.kiosque.consent.ledger.Choice;
import news.kiosque.consent.ledger.ReaderId;
import news.kiosque.consent.notice.Notice;
import news.kiosque.consent.notice.Notices;
import news.kiosque.platform.consent.ConsentCookie;
import news.kiosque.platform.consent.ConsentCookie.Purpose;
import news.kiosque.platform.consent.ConsentCookieKeys;
import news.kiosque.platform.token.KeyFolder;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseCookie.ResponseCookieBuilder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** The cookies by which a reader's browser keeps the choice, and the end of those that the choice forbids. */
@Component
class ChoiceCookies {
    private static final String SAME_SITE = "Lax";

    private final ConsentCookieKeys keys;
    private final Notices notices;
    private final SiteProperties site;
    private final InstantSource clock;

    ChoiceCookies(KeyFolder keys, Notices notices, SiteProperties site, InstantSource clock) {
        this.keys = ConsentCookieKeys.parse(keys.consentCookieKeys());
        this.notices = notices;
        this.site = site;
        this.clock = clock;
    }

    /** The valid choice of this browser, under the notice in force. */
    Optional<ConsentCookie> read(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(ConsentCookie.NAME);
        return ConsentCookie.verify(cookie == null ? null : cookie.getValue(), keys, clock.instant())
                .filter(choice -> choice.noticeVersion().equals(notices.inForce().version()));
    }

    /** Whether there is a choice of any kind, valid or not: whoever has ever chosen is not presumed to agree. */
    boolean isThere(ServerWebExchange exchange) {
        return exchange.getRequest().getCookies().containsKey(ConsentCookie.NAME);
    }

    void give(ServerWebExchange exchange, Decided decided) {
        Choice choice = decided.standing().choice();
        Instant expiry = decided.standing().record().expiresAt();
        Set<Purpose> agreed = EnumSet.noneOf(Purpose.class);
        choice.purposes().forEach(name -> agreed.add(Purpose.valueOf(name)));
        String value = new ConsentCookie(decided.standing().record().noticeVersion(), agreed,
                choice.globalPrivacyControl(), expiry).sign(keys);
        Duration left = Duration.ofSeconds(Math.max(0, expiry.getEpochSecond() - clock.instant().getEpochSecond()));
        add(exchange, ConsentCookie.NAME, value, "/", left, false);
        add(exchange, ReaderId.COOKIE, decided.reader().value(), "/choix", left, true);
        expireOthers(exchange, agreed);
    }

    /** Takes back the choice, and all that it allowed; the reader is asked again. */
    void forget(ServerWebExchange exchange) {
        add(exchange, ConsentCookie.NAME, "", "/", Duration.ZERO, false);
        add(exchange, ReaderId.COOKIE, "", "/choix", Duration.ZERO, true);
        expireOthers(exchange, Set.of());
    }

    private void expireOthers(ServerWebExchange exchange, Set<Purpose> agreed) {
        String host = site.address().getHost();
        for (Notice.CookieTerms cookie : notices.inForce().notAllowedWith(agreed)) {
            if (cookie.isOwn()) {
                add(exchange, cookie.name(), "", "/", Duration.ZERO, false);
            } else if (cookie.isSharedWith(host)) {
                exchange.getResponse().addCookie(
                        cookie(cookie.name(), "", "/", Duration.ZERO, false).domain(cookie.host()).build());
            }
        }
    }

    private void add(ServerWebExchange exchange, String name, String value, String path, Duration life,
            boolean httpOnly) {
        exchange.getResponse().addCookie(cookie(name, value, path, life, httpOnly).build());
    }

    private ResponseCookieBuilder cookie(String name, String value, String path, Duration life, boolean httpOnly) {
        return ResponseCookie.from(name, value).path(path).maxAge(life).sameSite(SAME_SITE).secure(site.isSecure())
                .httpOnly(httpOnly);
    }
}
