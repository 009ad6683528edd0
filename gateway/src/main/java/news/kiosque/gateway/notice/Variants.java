package news.kiosque.gateway.notice;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import news.kiosque.platform.consent.ConsentCookie;
import news.kiosque.platform.consent.ConsentCookie.Purpose;
import news.kiosque.platform.consent.ConsentCookieKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
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
        HttpCookie cookie = request.getCookies().getFirst(ConsentCookie.NAME);
        return choose(language, mode(request), objects(request), cookie == null ? null : cookie.getValue());
    }

    /** A reader whose browser objects is asked as strictly as can be, wherever that is. */
    Mode mode(ServerHttpRequest request) {
        return objects(request) ? Mode.opt_in : notices.modeIn(settings.country(request), settings.place(request));
    }

    private static boolean objects(ServerHttpRequest request) {
        return "1".equals(request.getHeaders().getFirst(GLOBAL_PRIVACY_CONTROL));
    }

    /** A choice counts for the notice that is shown now, whatever its language; without a notice no choice counts. */
    Variant choose(String language, Mode mode, boolean objects, @Nullable String cookie) {
        Optional<KnownNotice> notice = notices.find(language, mode);
        if (notice.isEmpty()) {
            return Variant.withoutNotice(Set.of());
        }
        KnownNotice shown = notice.get();
        return ConsentCookie.verify(cookie, keys, clock.instant())
                .filter(choice -> choice.noticeVersion().equals(shown.event().version()))
                .map(choice -> Variant.withoutNotice(choice.agreed(objects)))
                .orElseGet(() -> Variant.asking(shown, objects, presumed(shown, cookie)));
    }

    /** Where the law lets it happen until the reader objects; who has ever chosen is not presumed to agree. */
    private static Set<Purpose> presumed(KnownNotice shown, @Nullable String cookie) {
        boolean optIn = shown.event().mode().equals(Mode.opt_in.name());
        return optIn || cookie != null ? Set.of() : EnumSet.allOf(Purpose.class);
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
}
