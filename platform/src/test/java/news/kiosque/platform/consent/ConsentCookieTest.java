package news.kiosque.platform.consent;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

import news.kiosque.platform.consent.ConsentCookie.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConsentCookieTest {
    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final String OLD = "k1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String NEW = "k2 Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";

    private final ConsentCookieKeys keys = ConsentCookieKeys.parse(OLD);
    private final ConsentCookie choice = new ConsentCookie("2026-11", EnumSet.of(Purpose.audience, Purpose.embeds),
            NOW.plus(ConsentCookie.LIFE));

    @Test
    void provesTheChoiceItWasMadeFrom() {
        assertThat(ConsentCookie.verify(choice.sign(keys), keys, NOW)).contains(choice);
    }

    @Test
    void provesARefusalToo() {
        ConsentCookie refusal = new ConsentCookie("2026-11", Set.of(), NOW.plus(ConsentCookie.LIFE));

        assertThat(ConsentCookie.verify(refusal.sign(keys), keys, NOW)).contains(refusal);
    }

    @Test
    void yieldsToAnObjectionThatTheBrowserMadeAfterwards() {
        Set<Purpose> all = EnumSet.allOf(Purpose.class);
        ConsentCookie before = new ConsentCookie("1", all, choice.expiresAt());
        ConsentCookie after = new ConsentCookie("1", all, true, choice.expiresAt());

        assertThat(before.agreed(false)).isEqualTo(all);
        assertThat(before.agreed(true)).containsExactlyInAnyOrder(Purpose.audience, Purpose.embeds);
        assertThat(after.agreed(true)).isEqualTo(all);
        assertThat(ConsentCookie.verify(after.sign(keys), keys, NOW)).contains(after);
    }

    @Test
    void outlivesTheKeyThatSignedIt() {
        ConsentCookieKeys rotated = ConsentCookieKeys.parse(NEW + "\n" + OLD + "\n");

        assertThat(ConsentCookie.verify(choice.sign(keys), rotated, NOW)).contains(choice);
        assertThat(choice.sign(rotated)).startsWith("v1.k2.");
        assertThat(ConsentCookie.verify(choice.sign(rotated), keys, NOW)).isEmpty();
    }

    @Test
    void expires() {
        assertThat(ConsentCookie.verify(choice.sign(keys), keys, choice.expiresAt())).isEmpty();
    }

    @Test
    void isNoChoiceOnceAnyCharacterIsChanged() {
        String value = choice.sign(keys);
        for (int at = 0; at < value.length(); at++) {
            char other = value.charAt(at) == 'A' ? 'B' : 'A';
            String forged = value.substring(0, at) + other + value.substring(at + 1);
            assertThat(ConsentCookie.verify(forged, keys, NOW)).as(forged).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1", "v1.....", "v2.k1.2026-11.1.99999999999.x", "oui",
            "v1.k1.2026-11.fff.1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void isNoChoiceWhenMalformed(String value) {
        assertThat(ConsentCookie.verify(value, keys, NOW)).isEmpty();
        assertThat(ConsentCookie.verify(value.repeat(500), keys, NOW)).isEmpty();
    }

    @Test
    void keysSayWhatIsWrongWithThem() {
        assertThatThrownBy(() -> ConsentCookieKeys.parse("")).hasMessageContaining("no consent key");
        assertThatThrownBy(() -> ConsentCookieKeys.parse("k1 AAAA")).hasMessageContaining("32 bytes");
    }
}
