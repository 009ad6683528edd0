package news.kiosque.consent.choice;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import news.kiosque.consent.notice.Mode;
import news.kiosque.consent.notice.Notice;
import news.kiosque.consent.notice.NoticeAssets;
import news.kiosque.consent.notice.Notices;
import news.kiosque.consent.notice.Templates;
import news.kiosque.consent.notice.Words;
import news.kiosque.platform.consent.ConsentCookie;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** The page where readers see, change and take back their choice; it needs neither the store nor a script. */
@RestController
class ChoicePages {
    /** How the law where the reader is wants the question put; the gateway says it, and drops what a client says. */
    private static final String MODE = "X-Kiosque-Mode";
    private static final String CSP = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Notices notices;
    private final ChoiceCookies cookies;
    private final NoticeAssets assets;
    private final Templates templates;
    private final PageLanguage languages;
    private final SiteProperties site;
    private final ZoneId zone;

    ChoicePages(Notices notices, ChoiceCookies cookies, NoticeAssets assets, Templates templates,
            PageLanguage languages, SiteProperties site, @Value("${kiosque.zone}") ZoneId zone) {
        this.notices = notices;
        this.cookies = cookies;
        this.assets = assets;
        this.templates = templates;
        this.languages = languages;
        this.site = site;
        this.zone = zone;
    }

    @GetMapping("/choix")
    ResponseEntity<String> choices(@RequestParam(required = false) @Nullable String lang,
            @RequestParam(defaultValue = "") String said,
            @RequestHeader(name = MODE, required = false) @Nullable String law, ServerWebExchange exchange) {
        Notice notice = notices.inForce();
        String language = languages.of(notice, lang, exchange.getRequest().getHeaders());
        Words words = notice.in(language);
        Optional<ConsentCookie> choice = cookies.read(exchange);
        boolean objects = "1".equals(exchange.getRequest().getHeaders().getFirst("Sec-GPC"));
        Mode mode = Mode.named(law).filter(there -> !objects).orElse(Mode.OPT_IN);
        Set<String> agreed = choice.map(made -> made.agreed(objects)).orElse(Set.of()).stream().map(Enum::name)
                .collect(Collectors.toSet());
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(language)).withZone(zone);
        Map<String, Object> parameters = frame(notice, language);
        parameters.putAll(Map.of("notice", notice, "mode", mode, "hash", notices.textHash(language, mode), "chosen",
                choice.isPresent(), "agreed", agreed, "until",
                choice.map(ConsentCookie::expiresAt).map(day::format).orElse(""), "updated",
                day.format(notice.updated()), "said", switch (said) {
                    case "saved" -> words.get("saved");
                    case "erased" -> words.get("erased");
                    default -> "";
                }));
        parameters.put("globalPrivacyControl", objects);
        parameters.put("presumed", mode.isTicked() && !cookies.isThere(exchange));
        return page(HttpStatus.OK, language, templates.render("choices", parameters));
    }

    /** Says that a choice was not stored, and what to do. */
    ResponseEntity<String> sorry(ServerWebExchange exchange, HttpStatusCode status, @Nullable String wanted) {
        Notice notice = notices.inForce();
        String language = languages.of(notice, wanted, exchange.getRequest().getHeaders());
        Words words = notice.in(language);
        Map<String, Object> parameters = frame(notice, language);
        parameters.put("reason", words.get(switch (status.value()) {
            case 403, 409, 503 -> "sorry." + status.value();
            default -> "sorry.other";
        }));
        return page(status, language, templates.render("sorry", parameters));
    }

    private Map<String, Object> frame(Notice notice, String language) {
        return new HashMap<>(Map.of("language", language, "words", notice.in(language), "assets", assets, "address",
                site.address().toString()));
    }

    private static ResponseEntity<String> page(HttpStatusCode status, String language, String html) {
        return ResponseEntity.status(status).contentType(HTML).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_LANGUAGE, language).header("Content-Security-Policy", CSP)
                .header("X-Content-Type-Options", "nosniff").header("Referrer-Policy", "same-origin").body(html);
    }
}
