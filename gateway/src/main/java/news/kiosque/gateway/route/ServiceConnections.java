package news.kiosque.gateway.route;

import java.time.Duration;

import io.netty.channel.ChannelOption;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The connections to the services: bounded in number, in waiting and in time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Services.class)
class ServiceConnections {
    /** A connection unused for longer may be one that its service is just closing. */
    private static final Duration IDLE = Duration.ofSeconds(20);
    /** How long a name means the same addresses: an instance that came gets its share after it, one that went none. */
    private static final Duration KNOWN = Duration.ofSeconds(2);

    /** Connections take turns, so that all instances of a service are given work, however little there is. */
    @Bean(destroyMethod = "dispose")
    ConnectionProvider connections(Services services) {
        return ConnectionProvider.builder("services").maxConnections(services.connections())
                .pendingAcquireMaxCount(services.queue()).pendingAcquireTimeout(services.queueTimeout())
                .maxIdleTime(IDLE).evictInBackground(IDLE).fifo().build();
    }

    /** Goes to all addresses of a name in turn. Retries nothing by itself: which request may be sent twice is the route's to say. */
    @Bean
    HttpClient httpClient(ConnectionProvider connections, Services services) {
        return HttpClient.create(connections)
                .resolver(names -> names.roundRobinSelection(true).cacheMaxTimeToLive(KNOWN)
                        .cacheNegativeTimeToLive(Duration.ZERO))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) services.connectTimeout().toMillis())
                .responseTimeout(services.responseTimeout()).disableRetry(true);
    }
}
