package news.kiosque.articles.feed;

import java.time.Duration;
import java.util.Optional;

import news.kiosque.articles.page.Answer;
import news.kiosque.articles.section.Section;
import news.kiosque.articles.section.Sections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Where the feeds are; what is asked in another way, or of a section that is not there, is left to the pages. */
@Configuration(proxyBeanMethods = false)
class FeedRoutes {
    private static final Logger log = LoggerFactory.getLogger(FeedRoutes.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final RequestPredicate READ = RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD);

    /** Before the pages, which answer at every path. */
    @Bean
    @Order(0)
    RouterFunction<ServerResponse> forMachines(Feeds feeds, Sitemaps sitemaps, Sections sections) {
        return RouterFunctions.route()
                .route(READ.and(at("/robots.txt")), request -> sitemaps.robots().to(request))
                .route(READ.and(request -> SitemapAddress.of(request.path()).isPresent()),
                        request -> answer(request, sitemaps.at(SitemapAddress.of(request.path()).orElseThrow())))
                .route(READ.and(request -> section(request, sections).isPresent()),
                        request -> answer(request, feeds.ofSection(section(request, sections).orElseThrow())))
                .route(READ.and(request -> address(request).filter(feed -> feed.section().isEmpty()).isPresent()),
                        request -> answer(request, feeds.ofEdition(address(request).orElseThrow().edition())))
                .build();
    }

    private static RequestPredicate at(String path) {
        return request -> request.path().equals(path);
    }

    private static Optional<FeedAddress> address(ServerRequest request) {
        return FeedAddress.of(request.path());
    }

    private static Optional<Section> section(ServerRequest request, Sections sections) {
        return address(request).flatMap(feed -> sections.find(feed.edition(), feed.section()));
    }

    private static Mono<ServerResponse> answer(ServerRequest request, Mono<Answer> answer) {
        return answer.timeout(PATIENCE).onErrorResume(failure -> {
            log.error("{} could not be made", request.path(), failure);
            return Mono.just(Answer.unavailable());
        }).flatMap(found -> found.to(request));
    }
}
