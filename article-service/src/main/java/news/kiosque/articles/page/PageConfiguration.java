package news.kiosque.articles.page;

import java.time.Duration;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Site.class)
class PageConfiguration {

    @Bean
    Templates templates() {
        return new Templates();
    }

    @Bean
    @Order(0)
    RouterFunction<ServerResponse> assets() {
        return RouterFunctions.resources("/assets/**", new ClassPathResource("static/assets/"),
                (_, headers) -> headers.setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic()));
    }

    /** Last, because it answers at every path that is nobody else's. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    RouterFunction<ServerResponse> pages(PageRoutes routes) {
        return RouterFunctions.route(request -> !PageAddress.isElsewhere(request.path()), routes::answer);
    }
}
