package news.kiosque.gateway.route;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services are, and how long and how many requests wait for one.
 *
 * @param connections at most to one service at a time
 * @param queue at most so many requests wait for a connection to one service
 */
@ConfigurationProperties("kiosque.services")
public record Services(URI article, URI recommendation, URI consent, Duration connectTimeout, Duration responseTimeout,
        int connections, int queue, Duration queueTimeout, Duration healthTimeout) {
    static final String ARTICLE = "article-service";
    static final String RECOMMENDATION = "recommendation-service";
    static final String CONSENT = "consent-service";
}
