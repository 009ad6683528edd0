package news.kiosque.platform.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A reader's choice as the reader's own browser keeps it: {@code v1.<key>.<notice version>.<bits>.<expiry>.<mac>}. What
 * is absent, malformed, forged or expired, or answers another notice, is no choice: everything is denied.
 *
 * @param purposes those agreed to; empty after a refusal
 */
public record ConsentCookie(String noticeVersion, Set<Purpose> purposes, Instant expiresAt) {
    public static final String NAME = "cs";

    /** Six months, the same for yes and no. */
    public static final Duration LIFE = Duration.ofDays(182);

    private static final Pattern SHAPE = Pattern
            .compile("(v1\\.([A-Za-z0-9_-]{1,32})\\.([A-Za-z0-9_-]{1,32})\\.([0-9a-f]{1,2})\\.([0-9]{1,12}))"
                    + "\\.([A-Za-z0-9_-]{43})");
    private static final int LONGEST = 160;

    public ConsentCookie {
        purposes = Set.copyOf(purposes);
    }

    /** The choice that this value proves, if it does. */
    public static Optional<ConsentCookie> verify(@Nullable String value, ConsentCookieKeys keys, Instant now) {
        if (value == null || value.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher parts = SHAPE.matcher(value);
        if (!parts.matches() || !keys.verifies(parts.group(2), parts.group(1), parts.group(6))) {
            return Optional.empty();
        }
        Instant expiry = Instant.ofEpochSecond(Long.parseLong(parts.group(5)));
        int bits = Integer.parseInt(parts.group(4), 16);
        return expiry.isAfter(now)
                ? Optional.of(new ConsentCookie(parts.group(3), Purpose.ofBits(bits), expiry))
                : Optional.empty();
    }

    /** The cookie's value, signed with the first key. */
    public String sign(ConsentCookieKeys keys) {
        String signed = "v1." + keys.current() + "." + noticeVersion + "." + Integer.toHexString(Purpose.bits(purposes))
                + "." + expiresAt.getEpochSecond();
        return signed + "." + keys.sign(signed);
    }

    /** What a reader can agree to beyond what is necessary. */
    public enum Purpose {
        audience, personalisation, advertising, embeds;

        static int bits(Set<Purpose> purposes) {
            return purposes.stream().mapToInt(purpose -> 1 << purpose.ordinal()).sum();
        }

        static Set<Purpose> ofBits(int bits) {
            EnumSet<Purpose> purposes = EnumSet.allOf(Purpose.class);
            purposes.removeIf(purpose -> (bits & 1 << purpose.ordinal()) == 0);
            return purposes;
        }
    }
}
