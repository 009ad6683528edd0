package news.kiosque.gateway.edge;

import java.io.IOException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Hooks;
import reactor.netty.NettyPipeline;
import reactor.netty.channel.AbortedException;

/** Puts the edge into every connection of the gateway's server, in front of all that serves. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdgeProperties.class)
class EdgeServer {
    private static final Logger LOG = LoggerFactory.getLogger(EdgeServer.class);

    /** A client that leaves, or is turned away, ends more streams than one; that is no error of the gateway's. */
    static {
        Hooks.onErrorDropped(failure -> {
            if (failure instanceof IOException || failure instanceof AbortedException) {
                LOG.debug("Late: {}", failure.toString());
            } else {
                LOG.error("Late", failure);
            }
        });
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> edge(EdgeProperties settings) {
        return factory -> factory.addServerCustomizers(server -> server.doOnChannelInit(
                (observer, channel, address) -> channel.pipeline().addAfter(NettyPipeline.HttpCodec, "kiosque.edge",
                        new EdgeHandler(settings))));
    }
}
