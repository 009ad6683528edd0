package news.kiosque.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Set;

import news.kiosque.platform.consent.ConsentCookie;
import news.kiosque.platform.consent.ConsentCookieKeys;
import org.junit.jupiter.api.Assumptions;

/** Choices signed with the suite's own key. */
final class ConsentCookies {

    private ConsentCookies() {}

    /** A refusal that answers this version and has so many seconds to live. */
    static String signed(Suite suite, String version, long seconds) {
        Assumptions.assumeTrue(suite.isOurs(), "the key of a suite elsewhere is not known");
        try {
            ConsentCookieKeys keys = ConsentCookieKeys
                    .parse(Files.readString(suite.data().resolve("keys").resolve("consent-cookie.keys")));
            return new ConsentCookie(version, Set.of(), Instant.now().plusSeconds(seconds)).sign(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
