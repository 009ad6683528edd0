package news.kiosque.consent.choice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import news.kiosque.consent.notice.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Which language a reader is spoken to in. */
@Component
class PageLanguage {
    private static final String DEFAULT = "fr";

    private final SameSite sameSite;

    PageLanguage(SameSite sameSite) {
        this.sameSite = sameSite;
    }

    /** The one asked for, else that of the page the reader came from, else the browser's, else French. */
    String of(Notice notice, @Nullable String wanted, HttpHeaders headers) {
        return Optional.ofNullable(wanted).filter(notice.languages()::contains)
                .or(() -> sameSite.referringPath(headers).map(path -> edition(notice, path)))
                .or(() -> Optional.ofNullable(Locale.lookup(acceptable(headers),
                        notice.languages().stream().map(Locale::forLanguageTag).toList()))
                        .map(Locale::toLanguageTag))
                .orElse(DEFAULT);
    }

    private static String edition(Notice notice, String path) {
        String first = path.substring(1).split("[/?]", 2)[0];
        return notice.languages().contains(first) ? first : DEFAULT;
    }

    private static List<Locale.LanguageRange> acceptable(HttpHeaders headers) {
        try {
            return headers.getAcceptLanguage();
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
