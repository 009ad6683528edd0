package news.kiosque.consent.hostile;

import java.util.List;
import java.util.Random;

/** Makes a right request a wrong one, or almost; the same seed makes the same ones. */
final class Mutations {
    private static final List<String> JUNK = List.of("%", "%zz", "%00", "%25zz", "%c0%af", "\0", "\u00ff\u00fe", "'",
            "\"",
            "\\", "<script>", "{\"$gt\": \"\"}", "$where", "../../", "..;/", "//evil.example/", "[", "]", "}", "{", ",",
            ":", "=", "&", ";", "null", "true", "-1", "1e999", "9999999999999999999999", "\\ud800", "__proto__",
            "${jndi:ldap://x}", "\u00e2\u0082\u00ac", "notice=1&choice=accept", "a".repeat(300), "[".repeat(2_000),
            "x".repeat(20_000));
    private static final List<String> HEADERS = List.of("Content-Type: text/plain",
            "Content-Type: application/json; charset=zzz",
            "Content-Type: application/x-www-form-urlencoded; charset=UTF-16",
            "Content-Type: multipart/form-data", "Content-Type: ;;", "Content-Type: application/json",
            "Content-Type: application/x-www-form-urlencoded", "Content-Encoding: gzip", "Accept: text/html",
            "Accept: ;;;", "Accept: image/png", "Accept-Language: ;;;q=x", "Accept-Language: en-\u00ff",
            "Origin: https://evil.example", "Origin: null", "Origin: ://", "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Site: same-site", "Sec-Fetch-Site: \u00ff", "Referer: http://%zz",
            "Referer: https://kiosque.example",
            "Referer: https://kiosque.example/%25zz", "Referer: https://kiosque.example//evil.example",
            "Idempotency-Key: short", "Idempotency-Key: ", "Idempotency-Key: " + "k".repeat(500),
            "Idempotency-Key: \u00e9\u00e9\u00e9", "Sec-GPC: 1", "Sec-GPC: 2", "X-Kiosque-Mode: implied",
            "X-Kiosque-Mode: \u00ff", "If-Match: \"x", "If-Match: *", "Range: bytes=0-", "Expect: 100-continue",
            "X-HTTP-Method-Override: DELETE", "Cookie: ;;;=;", "Cookie: csid", "Cookie: csid=\"",
            "Cookie: cs=%zz; csid=%zz",
            "Cookie: csid=" + "A".repeat(22), "Cookie: csid=" + "A".repeat(21), "Cookie: csid=" + "A".repeat(6_000),
            "Cookie: cs=" + "v1.".repeat(2_000), "Cookie: cs=v1.k.1.f.99999999999." + "A".repeat(43),
            "Cookie: x=" + "y".repeat(9_000), "Authorization: Bearer a.b.c", "Transfer-Encoding: identity");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD",
            "BREW");

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** Up to three changes; now and then none. */
    RawRequest of(RawRequest request) {
        RawRequest changed = request;
        for (int change = random.nextInt(4); change > 0; change--) {
            changed = change(changed);
        }
        return changed;
    }

    private RawRequest change(RawRequest request) {
        return switch (random.nextInt(8)) {
            case 0 -> request.withMethod(oneOf(METHODS));
            case 1 -> request.withPath(request.path() + oneOf(List.of("/", "?", "%", "%2e%2e/", "?lang=%zz",
                    "?said=%00",
                    "?after=x", "?after=-1", "?mode=x", "/x".repeat(50), ";a=b", "?language=" + "x".repeat(3_000))));
            case 2, 3 -> request.replacing(oneOf(HEADERS));
            case 4 -> request.withHeader(oneOf(HEADERS));
            default -> request.withBody(text(request.body()));
        };
    }

    /** Something cut off, doubled, flipped, or put in. */
    String text(String text) {
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at);
            case 1 -> text + text.substring(at);
            case 2 -> text.isEmpty() ? text : flipped(text, Math.min(at, text.length() - 1));
            default -> text.substring(0, at) + oneOf(JUNK) + text.substring(at);
        };
    }

    private String flipped(String text, int at) {
        char other = (char) (text.charAt(at) ^ 1 << random.nextInt(8));
        return text.substring(0, at) + other + text.substring(at + 1);
    }
}
