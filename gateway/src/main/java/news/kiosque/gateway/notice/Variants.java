package news.kiosque.gateway.notice;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import news.kiosque.platform.consent.ConsentCookie;
import news.kiosque.platform.consent.ConsentCookieKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Chooses how a page looks to the reader who asks for it. */
final class Variants {
    private static final String GLOBAL_PRIVACY_CONTROL = "Sec-GPC";

    private final Notices notices;
    private final NoticeProperties settings;
    private final ConsentCookieKeys keys;
    private final InstantSource clock;

    Variants(Notices notices, NoticeProperties settings, ConsentCookieKeys keys, InstantSource clock) {
        this.notices = notices;
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    /** @param language of the page */
    Variant choose(ServerHttpRequest request, String language) {
        HttpHeaders headers = request.getHeaders();
        Mode mode = settings.mode(country(headers), "1".equals(headers.getFirst(GLOBAL_PRIVACY_CONTROL)));
        HttpCookie cookie = request.getCookies().getFirst(ConsentCookie.NAME);
        return choose(language, mode, cookie == null ? null : cookie.getValue());
    }

    /** A choice counts for the notice that is shown now, whatever its language; without a notice no choice counts. */
    Variant choose(String language, Mode mode, @Nullable String cookie) {
        Optional<KnownNotice> notice = notices.find(language, mode);
        if (notice.isEmpty()) {
            return Variant.withoutNotice(Set.of());
        }
        KnownNotice shown = notice.get();
        return ConsentCookie.verify(cookie, keys, clock.instant())
                .filter(choice -> choice.noticeVersion().equals(shown.event().version()))
                .map(choice -> Variant.withoutNotice(choice.purposes())).orElseGet(() -> Variant.asking(shown));
    }

    /** The language of the edition that an address belongs to. */
    static String languageOf(String path) {
        return path.startsWith("/en/") || path.equals("/en") ? "en" : "fr";
    }

    /** The language that a page says of itself, without its region; its address decides when it says nothing. */
    static String languageOf(String path, @Nullable String contentLanguage) {
        if (contentLanguage == null || contentLanguage.isBlank()) {
            return languageOf(path);
        }
        return contentLanguage.strip().split("[-,;]", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private String country(HttpHeaders headers) {
        String country = settings.countryHeader().isEmpty() ? null : headers.getFirst(settings.countryHeader());
        return country == null ? "" : country.toUpperCase(Locale.ROOT);
    }
}
