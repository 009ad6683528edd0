package news.kiosque.consent.choice;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Tells a request that one of the site's own pages sent from one that another site made the browser send. */
@Component
class SameSite {
    private static final String PATH = "/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,2000}|/";

    private final SiteProperties site;

    SameSite(SiteProperties site) {
        this.site = site;
    }

    /** What no browser sends (neither header is there) cannot be forged by another site either. */
    void check(HttpHeaders headers) {
        String fetchSite = headers.getFirst("Sec-Fetch-Site");
        boolean fromHere = fetchSite == null
                ? isOwn(headers.getOrigin(), headers)
                : fetchSite.equals("same-origin") || fetchSite.equals("none");
        if (!fromHere) {
            throw Refused.crossSite();
        }
    }

    /** A path of this site, from the form's own field or else the page that the form was on; otherwise the front page. */
    String wayBack(@Nullable String wanted, HttpHeaders headers) {
        return Optional.ofNullable(wanted).filter(SameSite::isPath).or(() -> referringPath(headers)).orElse("/");
    }

    /** Path and query of the page of this site that the request came from. */
    Optional<String> referringPath(HttpHeaders headers) {
        return Optional.ofNullable(headers.getFirst(HttpHeaders.REFERER)).flatMap(SameSite::uri)
                .filter(page -> isOwn(page.getScheme() + "://" + page.getAuthority(), headers))
                .map(page -> page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()))
                .filter(SameSite::isPath);
    }

    /** Of what looks like a path, a stray {@code %} is none. */
    private static boolean isPath(String text) {
        return text.matches(PATH) && uri(text).isPresent();
    }

    private boolean isOwn(@Nullable String origin, HttpHeaders headers) {
        if (origin == null || origin.equals(site.origin())) {
            return true;
        }
        Set<String> hosts = Stream.of(headers.getFirst(HttpHeaders.HOST), headers.getFirst("X-Forwarded-Host"))
                .filter(host -> host != null).collect(Collectors.toSet());
        return uri(origin).map(URI::getAuthority).filter(hosts::contains).isPresent();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
