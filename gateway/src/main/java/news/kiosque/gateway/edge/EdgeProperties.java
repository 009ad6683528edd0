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
 * @param stallTimeout how long a client may take nothing of an answer that waits for it
 * @param lingerTimeout how long the rest of a refused body is thrown away, so that its sender sees the answer
 * @param bodyLimit the largest body, in bytes as they arrive
 * @param bodyLimits the largest body under a path's prefix where it differs
 * @param address where readers find the site
 */
@ConfigurationProperties("kiosque.edge")
public record EdgeProperties(Duration headTimeout, Duration bodyTimeout, Duration stallTimeout, Duration lingerTimeout,
        DataSize bodyLimit, Map<String, DataSize> bodyLimits, int maxHeaders, boolean accessLog, URI address) {

    /** Whether readers come by https, so that browsers may be told to insist on it. */
    boolean https() {
        return "https".equals(address.getScheme());
    }

    long bodyLimitAt(String uri) {
        for (Map.Entry<String, DataSize> limit : bodyLimits.entrySet()) {
            if (uri.startsWith(limit.getKey())) {
                return limit.getValue().toBytes();
            }
        }
        return bodyLimit.toBytes();
    }
}
