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

    @Bean(destroyMethod = "dispose")
    ConnectionProvider connections(Services services) {
        return ConnectionProvider.builder("services").maxConnections(services.connections())
                .pendingAcquireMaxCount(services.queue()).pendingAcquireTimeout(services.queueTimeout())
                .maxIdleTime(IDLE).evictInBackground(IDLE).lifo().build();
    }

    /** Retries nothing by itself: which request may be sent twice is the route's to say. */
    @Bean
    HttpClient httpClient(ConnectionProvider connections, Services services) {
        return HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) services.connectTimeout().toMillis())
                .responseTimeout(services.responseTimeout()).disableRetry(true);
    }
}
