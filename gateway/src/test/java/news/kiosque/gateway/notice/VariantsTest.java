package news.kiosque.gateway.notice;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import news.kiosque.events.NoticePublished;
import news.kiosque.events.Order;
import news.kiosque.platform.consent.ConsentCookie;
import news.kiosque.platform.consent.ConsentCookie.Purpose;
import news.kiosque.platform.consent.ConsentCookieKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VariantsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final ConsentCookieKeys KEYS = keys();
    private static final NoticeProperties SETTINGS = new NoticeProperties(Path.of("unused"), Duration.ofSeconds(1),
            "X-Country", "X-Region", TrustedProxies.valueOf("10.0.0.0/8, fd00::/8"), 1000);

    private final Notices notices = new Notices();
    private final Variants variants = new Variants(notices, SETTINGS, KEYS, InstantSource.fixed(NOW));

    @Test
    void asksWhoHasNotAnswered() {
        notices.put(notice(1, "fr", "opt_in", "v2"));

        assertThat(choose(null).isAsking()).isTrue();
        assertThat(choose(null).agreed()).isEmpty();
    }

    @Test
    void showsNothingToWhoHasAnsweredYesOrNo() {
        notices.put(notice(1, "fr", "opt_in", "v2"));

        Variant refused = choose(cookie("v2", Set.of(), NOW.plusSeconds(1), KEYS));
        Variant agreed = choose(cookie("v2", Set.of(Purpose.audience), NOW.plusSeconds(1), KEYS));

        assertThat(refused.isAsking()).isFalse();
        assertThat(agreed.agreed()).containsExactly(Purpose.audience);
        assertThat(agreed.tag()).isEqualTo(refused.tag()).isNotEqualTo(choose(null).tag());
    }

    @Test
    void asksAgainWhenTheAnswerIsNoneToThisNotice() {
        notices.put(notice(1, "fr", "opt_in", "v2"));
        Instant later = NOW.plusSeconds(1);

        assertThat(choose(cookie("v1", Set.of(Purpose.audience), later, KEYS)).isAsking()).isTrue();
        assertThat(choose(cookie("v2", Set.of(Purpose.audience), NOW, KEYS)).isAsking()).isTrue();
        assertThat(choose(cookie("v2", Set.of(Purpose.audience), later, keys())).isAsking()).isTrue();
        assertThat(choose("v1.k1.v2.f.99999999999.AAAA").agreed()).isEmpty();
        assertThat(choose("").isAsking()).isTrue();
    }

    @Test
    void countsNothingAsAgreedWhenNoNoticeIsKnown() {
        Variant variant = choose(cookie("v2", Set.of(Purpose.audience), NOW.plusSeconds(1), KEYS));

        assertThat(variant.isAsking()).isFalse();
        assertThat(variant.agreed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"US,CA,0,opt_out", "us,ca,0,opt_out", "US,NY,0,opt_in", "US,,0,opt_in", "BR,SP,0,opt_out",
            "JP,,0,implied", "FR,,0,opt_in", "XX,,0,opt_in", ",CA,0,opt_in", "US,CA,1,opt_in", "JP,,1,opt_in"})
    void asksAsTheLawThereWantsIt(String country, String region, String signal, String mode) {
        for (Mode each : Mode.values()) {
            notices.put(notice(1, "fr", each.name(), "v2"));
        }
        var request = MockServerHttpRequest.get("/").header("Sec-GPC", signal)
                .remoteAddress(new InetSocketAddress("10.9.8.7", 1));
        if (country != null) {
            request.header("X-Country", country);
        }
        if (region != null) {
            request.header("X-Region", region);
        }
        assertThat(new String(variants.choose(request.build(), "fr").fragment())).isEqualTo("fr " + mode + " 1");
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1,implied", "fd12::1,implied", "11.0.0.1,opt_in", "127.0.0.1,opt_in", "2001:db8::1,opt_in",
            "::ffff:10.0.0.1,implied", ",opt_in"})
    void believesOnlyTheNewsroomsOwnProxyWhereAReaderIs(String peer, Mode mode) {
        for (Mode each : Mode.values()) {
            notices.put(notice(1, "fr", each.name(), "v2"));
        }
        var request = MockServerHttpRequest.get("/").header("X-Country", "JP");
        if (peer != null) {
            request.remoteAddress(new InetSocketAddress(peer, 1));
        }
        assertThat(variants.mode(request.build())).isEqualTo(mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "proxy.example/8", "10.0.0.0/x", "10.0.0.0/33", "10.0.0.0/8;11.0.0.0/8"})
    void takesNothingButNetworksForProxies(String networks) {
        assertThatThrownBy(() -> TrustedProxies.valueOf(networks)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysInTheNoticeThatTheBrowserObjects() {
        notices.put(new NoticePublished(new Order(0, 1), "fr", "opt_in", "v2", "<i data-gpc hidden>GPC</i>",
                "ab".repeat(32), "", NOW, null));
        Variant objecting = variants.choose(MockServerHttpRequest.get("/").header("Sec-GPC", "1").build(), "fr");
        Variant other = variants.choose(MockServerHttpRequest.get("/").build(), "fr");

        assertThat(new String(objecting.fragment())).isEqualTo("<i data-gpc>GPC</i>");
        assertThat(new String(other.fragment())).isEqualTo("<i data-gpc hidden>GPC</i>");
        assertThat(objecting.tag()).isNotEqualTo(other.tag());
    }

    @Test
    void takesAnObjectionForARefusalUnlessTheReaderChoseOtherwiseAfterwards() {
        notices.put(notice(1, "fr", "opt_in", "v2"));
        Set<Purpose> all = EnumSet.allOf(Purpose.class);
        String before = cookie("v2", all, NOW.plusSeconds(1), KEYS);
        String after = new ConsentCookie("v2", all, true, NOW.plusSeconds(1)).sign(KEYS);

        assertThat(variants.choose("fr", Mode.opt_in, true, before).agreed())
                .containsExactlyInAnyOrder(Purpose.audience, Purpose.embeds);
        assertThat(variants.choose("fr", Mode.opt_in, false, before).agreed()).isEqualTo(all);
        assertThat(variants.choose("fr", Mode.opt_in, true, after).agreed()).isEqualTo(all);
    }

    @Test
    void presumesAgreementOnlyWhereThatIsLawfulAndNothingWasEverChosen() {
        for (Mode each : Mode.values()) {
            notices.put(notice(1, "fr", each.name(), "v2"));
        }
        String outdated = cookie("v1", Set.of(), NOW.plusSeconds(1), KEYS);

        assertThat(variants.choose("fr", Mode.opt_out, false, null).agreed()).hasSize(4);
        assertThat(variants.choose("fr", Mode.implied, false, null).agreed()).hasSize(4);
        assertThat(variants.choose("fr", Mode.opt_in, false, null).agreed()).isEmpty();
        assertThat(variants.choose("fr", Mode.opt_out, false, outdated).agreed()).isEmpty();
        assertThat(variants.choose("fr", Mode.opt_out, false, "forged").agreed()).isEmpty();
    }

    @Test
    void changesItsKeysWithoutAskingAnyoneAgain() {
        notices.put(notice(1, "fr", "opt_in", "v2"));
        Instant[] now = {NOW};
        String first = key("k1");
        String second = key("k2");
        String given = cookie("v2", Set.of(Purpose.audience), NOW.plus(ConsentCookie.LIFE),
                ConsentCookieKeys.parse(first));
        Variants rotated = new Variants(notices, SETTINGS, ConsentCookieKeys.parse(second + "\n" + first),
                () -> now[0]);
        Variants afterwards = new Variants(notices, SETTINGS, ConsentCookieKeys.parse(second), () -> now[0]);

        for (int day = 0; day < 182; day++) {
            now[0] = NOW.plus(Duration.ofDays(day));
            assertThat(rotated.choose("fr", Mode.opt_in, false, given).isAsking()).as("day " + day).isFalse();
        }
        now[0] = NOW.plus(Duration.ofDays(182));
        assertThat(rotated.choose("fr", Mode.opt_in, false, given).isAsking()).isTrue();
        assertThat(afterwards.choose("fr", Mode.opt_in, false, given).isAsking()).isTrue();
    }

    @Test
    void readsTheCookieAmongOthers() {
        notices.put(notice(1, "fr", "opt_in", "v2"));
        String value = cookie("v2", Set.of(), NOW.plusSeconds(1), KEYS);
        var request = MockServerHttpRequest.get("/").cookie(new HttpCookie("a", "b"), new HttpCookie("cs", value));

        assertThat(variants.choose(request.build(), "fr").isAsking()).isFalse();
    }

    @Test
    void fallsBackToTheStrictestMode() {
        notices.put(notice(1, "fr", "opt_in", "v2"));

        assertThat(variants.choose("fr", Mode.implied, false, null).isAsking()).isTrue();
        assertThat(variants.choose("en", Mode.opt_in, false, null).isAsking()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/,,fr", "/en/,,en", "/en,,en", "/england,,fr", "/en/world/x,fr,fr", "/x,en-GB,en", "/x,'fr, en',fr"})
    void knowsTheLanguageOfAPage(String path, String contentLanguage, String language) {
        assertThat(Variants.languageOf(path, contentLanguage)).isEqualTo(language);
    }

    @Test
    void ignoresWhatIsNotNewer() {
        assertThat(notices.put(notice(2, "fr", "opt_in", "v2"))).isTrue();
        assertThat(notices.put(notice(1, "fr", "opt_in", "v1"))).isFalse();
        assertThat(notices.put(notice(2, "fr", "opt_in", "v1"))).isFalse();
        assertThat(notices.all()).extracting(NoticePublished::version).containsExactly("v2");
        assertThat(notices.remove("fr.opt_in")).isTrue();
        assertThat(notices.isEmpty()).isTrue();
    }

    private Variant choose(String cookie) {
        return variants.choose("fr", Mode.opt_in, false, cookie);
    }

    private static String cookie(String version, Set<Purpose> purposes, Instant expiry, ConsentCookieKeys keys) {
        return new ConsentCookie(version, purposes, expiry).sign(keys);
    }

    static NoticePublished notice(long number, String language, String mode, String version) {
        return new NoticePublished(new Order(0, number), language, mode, version,
                language + " " + mode + " " + number, "ab".repeat(32), "", NOW, switch (mode) {
                    case "opt_out" -> List.of("US-CA", "BR");
                    case "implied" -> List.of("JP");
                    default -> List.of();
                });
    }

    private static ConsentCookieKeys keys() {
        return ConsentCookieKeys.parse(key("k1"));
    }

    private static String key(String id) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return id + " " + Base64.getEncoder().encodeToString(key);
    }
}
