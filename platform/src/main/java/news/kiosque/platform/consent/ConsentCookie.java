package news.kiosque.platform.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A reader's choice as the reader's own browser keeps it: {@code v1.<key>.<notice version>.<bits>.<expiry>.<mac>}. What
 * is absent, malformed, forged or expired, or answers another notice, is no choice: everything is denied.
 *
 * @param purposes those agreed to; empty after a refusal
 * @param despiteObjection whether the browser already objected (Global Privacy Control) when the choice was made
 */
public record ConsentCookie(String noticeVersion, Set<Purpose> purposes, boolean despiteObjection, Instant expiresAt) {
    public static final String NAME = "cs";

    /** Six months, the same for yes and no. */
    public static final Duration LIFE = Duration.ofDays(182);

    private static final Pattern SHAPE = Pattern
            .compile("(v1\\.([A-Za-z0-9_-]{1,32})\\.([A-Za-z0-9_-]{1,32})\\.([0-9a-f]{1,2})\\.([0-9]{1,12}))"
                    + "\\.([A-Za-z0-9_-]{43})");
    private static final int LONGEST = 160;
    private static final int DESPITE_OBJECTION = 0x10;

    public ConsentCookie {
        purposes = Set.copyOf(purposes);
    }

    /** A choice made in a browser that does not object. */
    public ConsentCookie(String noticeVersion, Set<Purpose> purposes, Instant expiresAt) {
        this(noticeVersion, purposes, false, expiresAt);
    }

    /**
     * What counts as agreed to now: a browser that began to object after the choice has refused for its reader.
     *
     * @param objects whether the browser objects now
     */
    public Set<Purpose> agreed(boolean objects) {
        return objects && !despiteObjection ? Purpose.without(purposes, Purpose.OBJECTED) : purposes;
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
                ? Optional.of(new ConsentCookie(parts.group(3), Purpose.ofBits(bits), (bits & DESPITE_OBJECTION) != 0,
                        expiry))
                : Optional.empty();
    }

    /** The cookie's value, signed with the first key. */
    public String sign(ConsentCookieKeys keys) {
        int bits = Purpose.bits(purposes) | (despiteObjection ? DESPITE_OBJECTION : 0);
        String signed = "v1." + keys.current() + "." + noticeVersion + "." + Integer.toHexString(bits) + "."
                + expiresAt.getEpochSecond();
        return signed + "." + keys.sign(signed);
    }

    /** What a reader can agree to beyond what is necessary. */
    public enum Purpose {
        audience, personalisation, advertising, embeds;

        /** What a browser with Global Privacy Control refuses for its reader. */
        public static final Set<Purpose> OBJECTED = Set.of(personalisation, advertising);

        /** Those of the first that are not among the second. */
        public static Set<Purpose> without(Set<Purpose> purposes, Set<Purpose> others) {
            return purposes.stream().filter(purpose -> !others.contains(purpose)).collect(Collectors.toSet());
        }

        /** The purpose of this name, if there is one. */
        public static Optional<Purpose> named(@Nullable String name) {
            return Arrays.stream(values()).filter(purpose -> purpose.name().equals(name)).findFirst();
        }

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
