package news.kiosque.gateway.edge;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

/** Puts the edge into every connection of the gateway's server, in front of all that serves. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdgeProperties.class)
class EdgeServer {

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> edge(EdgeProperties settings) {
        return factory -> factory.addServerCustomizers(server -> server.doOnChannelInit(
                (observer, channel, address) -> channel.pipeline().addAfter(NettyPipeline.HttpCodec, "kiosque.edge",
                        new EdgeHandler(settings))));
    }
}
