package news.kiosque.consent.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import news.kiosque.platform.consent.ConsentCookie.Purpose;

/**
 * What readers are asked.
 *
 * @param version raised by a material change, which asks every reader again; an editorial change keeps it
 * @param updated day of the last change, material or not
 * @param purposes {@code necessary} first, then those that may be refused
 * @param words the wording by language, each with the same keys
 */
public record Notice(String version, LocalDate updated, List<Terms> purposes, Map<String, Words> words) {

    /** The one purpose that is not asked for. */
    public static final String NECESSARY = "necessary";

    public Notice {
        if (!version.matches("[A-Za-z0-9_-]{1,32}")) {
            throw new IllegalArgumentException("A notice's version is 1–32 letters, digits, - and _");
        }
        purposes = List.copyOf(purposes);
        words = Map.copyOf(words);
    }

    public Set<String> languages() {
        return words.keySet();
    }

    /** The wording in a language. */
    public Words in(String language) {
        return Optional.ofNullable(words.get(language))
                .orElseThrow(() -> new IllegalArgumentException("The notice is not in " + language));
    }

    /** Those of the purposes that may be refused, as cookies name them. */
    public Set<Purpose> asked() {
        return optional().stream().map(terms -> Purpose.valueOf(terms.id())).collect(Collectors.toSet());
    }

    /** The purposes that may be refused. */
    public List<Terms> optional() {
        return purposes.stream().filter(terms -> !terms.id().equals(NECESSARY)).toList();
    }

    /** The cookies that must not be there without one of these purposes. */
    public List<CookieTerms> notAllowedWith(Set<Purpose> agreed) {
        Set<String> ids = Stream.concat(agreed.stream().map(Purpose::name), Stream.of(NECESSARY))
                .collect(Collectors.toSet());
        return purposes.stream().filter(terms -> !ids.contains(terms.id())).flatMap(terms -> terms.cookies().stream())
                .toList();
    }

    /**
     * A purpose.
     *
     * @param name by language
     * @param explanation by language, one or two sentences
     */
    public record Terms(String id, Map<String, String> name, Map<String, String> explanation, List<Vendor> vendors,
            List<CookieTerms> cookies) {}

    /** Somebody else who processes what a purpose brings. */
    public record Vendor(String name, String policy) {}

    /**
     * A cookie that a purpose sets.
     *
     * @param host who reads it; {@value #SITE} is this site alone, a domain is all hosts below it too
     * @param days it lives; 0 until the browser is closed
     */
    public record CookieTerms(String name, String host, int days, Map<String, String> use) {
        public static final String SITE = "site";

        @JsonIgnore
        public boolean isOwn() {
            return host.equals(SITE);
        }

        /** Whether this host of the site's is one of those that read it, and so can take it away. */
        public boolean isSharedWith(String siteHost) {
            return siteHost.equals(host) || siteHost.endsWith("." + host);
        }
    }
}
