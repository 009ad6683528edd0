package news.kiosque.gateway.edge;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How much, how long and how many a client may send.
 *
 * @param headTimeout from the opening of a connection, or the end of an answer, to the end of the next request's head
 * @param bodyTimeout from the end of a request's head to the end of its body
 * @param bodyTimeouts the same under a path's prefix where it differs
 * @param stallTimeout how long a client may take nothing of an answer that waits for it
 * @param lingerTimeout how long the rest of a refused body is thrown away, so that its sender sees the answer
 * @param bodyLimit the largest body, in bytes as they arrive
 * @param bodyLimits the largest body under a path's prefix where it differs
 * @param address where readers find the site
 */
@ConfigurationProperties("kiosque.edge")
public record EdgeProperties(Duration headTimeout, Duration bodyTimeout, Map<String, Duration> bodyTimeouts,
        Duration stallTimeout, Duration lingerTimeout, DataSize bodyLimit, Map<String, DataSize> bodyLimits,
        int maxHeaders, boolean accessLog, URI address) {

    /** Whether readers come by https, so that browsers may be told to insist on it. */
    boolean https() {
        return "https".equals(address.getScheme());
    }

    long bodyLimitAt(String uri) {
        return at(uri, bodyLimits, bodyLimit).toBytes();
    }

    Duration bodyTimeoutAt(String uri) {
        return at(uri, bodyTimeouts, bodyTimeout);
    }

    private static <T> T at(String uri, Map<String, T> byPrefix, T otherwise) {
        for (Map.Entry<String, T> one : byPrefix.entrySet()) {
            if (uri.startsWith(one.getKey())) {
                return one.getValue();
            }
        }
        return otherwise;
    }
}
