package news.kiosque.gateway.edge;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PathRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/monde/", "/monde/un-article", "/en/world/an-article", "/api/v1/articles:import",
            "/monde/%C3%A9lys%c3%a9e", "/media/a.b.jpg", "/a...b", "/.well-known/gpc.json", "/monde/...",
            "/recherche?q=a%2e%2e",
            "/recherche?q=50%25", "/recherche?q=a;b", "/recherche?q=%C3%A9t%C3%A9|hiver", "/internals", "/actuators",
            "/monde/internal", "/actuator/health/readiness", "/actuator/health/liveness", "/mot-cle/%F0%9F%98%80",
            "/%E2%82%AC"})
    void letsPlainAddressesPass(String uri) {
        assertThat(PathRules.refuse(uri)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..", "/../etc/passwd", "/pages/../../etc", "/a/./b", "/a/..", "/%2e%2e/etc",
            "/a/%2E%2E/b",
            "/a/.%2e/b", "/a/%2e", "/%252e%252e/etc", "/a%2fb", "/a%5cb", "/a\\b", "/a;b", "/a%3bb", "/a%00b",
            "/a\u0000b",
            "/a%0ab", "/a%0D%0Ab", "/a%7f", "/a b", "//actuator", "/a//b", "/a%", "/a%2", "/a%zz", "/a%c0%ae",
            "/a%e0%80%ae",
            "/a%c3", "/a%ff", "/a%ed%a0%80", "/a%c2%85", "/caf\u00e9", "/a#b", "/a<b", "/a\"b", "*", "", "actuator",
            "http://elsewhere/", "/a?q=%00", "/a?q=%", "/a?q=%g0", "/a?q=\u0007", "/a?q=b#c", "/%u0061", "/a?q=\u00e9",
            "/a%f5%80%80%80"})
    void turnsAwayWhatHidesAnotherPath(String uri) {
        assertThat(PathRules.refuse(uri)).isEqualTo(Refusal.BAD_PATH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/", "/actuator/env", "/actuator/health", "/internal",
            "/internal/notices",
            "/%61ctuator/env", "/%61%63%74%75%61%74%6f%72", "/INTERNAL/x", "/%49nternal/x", "/actuator?x",
            "/actuator/health/readiness/", "/actuator/health/%72eadiness", "/Actuator/health/readiness"})
    void neverRoutesWhatIsTheServicesOwn(String uri) {
        assertThat(PathRules.refuse(uri)).isEqualTo(Refusal.NOT_HERE);
    }

    @ParameterizedTest
    @CsvSource({"/a?q=b|c,/a?q=b%7Cc", "/a?q=<b>,/a?q=%3Cb%3E", "/a?x[]=1,/a?x%5B%5D=1", "/a?q=b,/a?q=b", "/a,/a",
            "/a?q=%7C|,/a?q=%7C%7C"})
    void encodesWhatClientsSendRaw(String uri, String cleaned) {
        assertThat(PathRules.clean(uri)).isEqualTo(cleaned);
    }
}
