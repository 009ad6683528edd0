package news.kiosque.gateway.edge;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What a request's address may look like, read once from left to right. */
final class PathRules {
    private static final Set<String> NEVER_ROUTED = Set.of("actuator", "internal");
    private static final Set<String> OWN_HEALTH = Set.of("/actuator/health/liveness", "/actuator/health/readiness");
    private static final boolean[] IN_PATH = allowed("-._~!$&'()*+,=:@/");
    private static final boolean[] IN_QUERY = allowed("-._~!$&'()*+,=:@/?;");
    /** Browsers send these raw in a query, though RFC 3986 wants them encoded. */
    private static final String ENCODED_FOR_CLIENTS = "\"<>[]\\^`{|}";

    private PathRules() {}

    /** Why this address is turned away, or null when it may pass. */
    static @Nullable Refusal refuse(String uri) {
        int query = uri.indexOf('?');
        int end = query < 0 ? uri.length() : query;
        if (end == 0 || uri.charAt(0) != '/' || hasDotOrEmptySegment(uri, end)) {
            return Refusal.BAD_PATH;
        }
        for (int i = 0; i < end; i++) {
            char character = uri.charAt(i);
            if (character == '%') {
                int length = encodedLength(uri, i, end);
                if (length == 0) {
                    return Refusal.BAD_PATH;
                }
                i += length - 1;
            } else if (character >= 128 || !IN_PATH[character]) {
                return Refusal.BAD_PATH;
            }
        }
        if (query >= 0 && !isQuery(uri, query + 1)) {
            return Refusal.BAD_PATH;
        }
        return isNeverRouted(uri, end) ? Refusal.NOT_HERE : null;
    }

    /** The address with the characters encoded that clients send raw in a query; most often the same object. */
    static String clean(String uri) {
        int query = uri.indexOf('?');
        if (query < 0) {
            return uri;
        }
        StringBuilder cleaned = null;
        for (int i = query + 1; i < uri.length(); i++) {
            char character = uri.charAt(i);
            boolean encode = ENCODED_FOR_CLIENTS.indexOf(character) >= 0;
            if (encode && cleaned == null) {
                cleaned = new StringBuilder(uri.length() + 16).append(uri, 0, i);
            }
            if (encode) {
                cleaned.append('%').append(Integer.toHexString(character).toUpperCase(Locale.ROOT));
            } else if (cleaned != null) {
                cleaned.append(character);
            }
        }
        return cleaned == null ? uri : cleaned.toString();
    }

    private static boolean hasDotOrEmptySegment(String uri, int end) {
        int start = 1;
        for (int i = 1; i <= end; i++) {
            if (i == end || uri.charAt(i) == '/') {
                int length = i - start;
                boolean empty = length == 0 && i < end;
                boolean dot = length == 1 && uri.charAt(start) == '.';
                boolean dots = length == 2 && uri.charAt(start) == '.' && uri.charAt(start + 1) == '.';
                if (empty || dot || dots) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    /**
     * How many characters the percent-encoded character takes that begins here; 0 when it is not whole UTF-8, or stands
     * for something that a path may not hide: a dot, slash, backslash, semicolon, percent sign or control character.
     */
    private static int encodedLength(String uri, int at, int end) {
        int first = octet(uri, at, end);
        if (first < 0x20 || first == 0x7f || first == '.' || first == '/' || first == '\\' || first == ';'
                || first == '%') {
            return 0;
        }
        if (first < 0x80) {
            return 3;
        }
        int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
        if (first < 0xc2 || first > 0xf4) {
            return 0;
        }
        int point = first & (0x3f >> more);
        for (int i = 1; i <= more; i++) {
            int next = octet(uri, at + 3 * i, end);
            if (next < 0x80 || next > 0xbf) {
                return 0;
            }
            point = point << 6 | next & 0x3f;
        }
        boolean overlong = more == 2 && point < 0x800 || more == 3 && point < 0x10000;
        boolean control = point < 0xa0;
        return overlong || control || point > Character.MAX_CODE_POINT
                || Character.isSurrogate((char) point) && more == 2
                        ? 0
                        : 3 * (more + 1);
    }

    /** The value of {@code %XY}, or -1. */
    private static int octet(String uri, int at, int end) {
        if (at + 2 >= end || uri.charAt(at) != '%') {
            return -1;
        }
        int high = Character.digit(uri.charAt(at + 1), 16);
        int low = Character.digit(uri.charAt(at + 2), 16);
        return high < 0 || low < 0 || uri.charAt(at + 1) > 'f' || uri.charAt(at + 2) > 'f' ? -1 : high << 4 | low;
    }

    private static boolean isQuery(String uri, int start) {
        for (int i = start; i < uri.length(); i++) {
            char character = uri.charAt(i);
            if (character == '%') {
                if (octet(uri, i, uri.length()) < 1) {
                    return false;
                }
                i += 2;
            } else if (character >= 128 || !IN_QUERY[character] && ENCODED_FOR_CLIENTS.indexOf(character) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNeverRouted(String uri, int end) {
        int slash = uri.indexOf('/', 1);
        int firstEnd = slash < 0 || slash > end ? end : slash;
        StringBuilder first = new StringBuilder(firstEnd);
        for (int i = 1; i < firstEnd; i++) {
            char character = uri.charAt(i);
            if (character == '%') {
                character = (char) octet(uri, i, end);
                i += 2;
            }
            first.append(Character.toLowerCase(character));
        }
        return NEVER_ROUTED.contains(first.toString()) && !OWN_HEALTH.contains(uri.substring(0, end));
    }

    private static boolean[] allowed(String punctuation) {
        boolean[] allowed = new boolean[128];
        for (char character = 0; character < 128; character++) {
            boolean letter = character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
            allowed[character] = letter || character >= '0' && character <= '9' || punctuation.indexOf(character) >= 0;
        }
        return allowed;
    }
}
