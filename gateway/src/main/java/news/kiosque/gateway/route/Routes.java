package news.kiosque.gateway.route;

import java.io.IOException;

import news.kiosque.gateway.login.BureauGate;
import news.kiosque.gateway.login.BureauRoom;
import news.kiosque.gateway.login.NewsroomGate;
import news.kiosque.gateway.login.ReadersPass;
import news.kiosque.gateway.notice.NoticeSlot;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** Which service answers which address. What the edge turns away never comes here. */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    RouteLocator addresses(RouteLocatorBuilder routes, Services services, NewsroomGate gate, BureauGate bureau,
            NoticeSlot notice, PlaceTag place, ReadersPass readers) {
        return routes.routes()
                .route("consent", address -> address.path("/choix", "/choix/**", "/.well-known/gpc.json")
                        .filters(filters -> forReaders(filters).filter(notice.choices()).filter(place.filter()))
                        .uri(services.consent()))
                .route("related-lists", address -> address.path("/api/v1/related/**")
                        .filters(filters -> forNewsroom(filters, gate.to(Services.RECOMMENDATION)))
                        .uri(services.recommendation()))
                .route("consent-ledger", address -> address.path("/api/v1/consent/**")
                        .filters(filters -> forNewsroom(filters, gate.to(Services.CONSENT)))
                        .uri(services.consent()))
                .route("newsroom", address -> address.path("/api/v1/**")
                        .filters(filters -> forNewsroom(filters, gate.to(Services.ARTICLE)))
                        .uri(services.article()))
                .route("bureau-consent", address -> address.path("/bureau/consent", "/bureau/consent/**")
                        .filters(filters -> again(filters).filter(bureau.to(BureauRoom.CONSENT)))
                        .uri(services.consent()))
                .route("bureau-related", address -> address.path("/bureau/related", "/bureau/related/**")
                        .filters(filters -> again(filters).filter(bureau.to(BureauRoom.RELATED)))
                        .uri(services.recommendation()))
                .route("files", address -> address.path("/media/**", "/assets/**")
                        .filters(filters -> forReaders(filters).removeRequestHeader(HttpHeaders.COOKIE))
                        .uri(services.article()))
                .route("search",
                        address -> address.path("/recherche", "/en/search")
                                .filters(filters -> forReaders(filters).filter(notice.filter())
                                        .removeRequestHeader(HttpHeaders.COOKIE).filter(readers.toSearch()))
                                .uri(services.article()))
                .route("pages",
                        address -> address.path("/**").and()
                                .not(path -> path.path("/api", "/api/**", "/bureau", "/bureau/**"))
                                .filters(filters -> forReaders(filters).filter(notice.filter())
                                        .removeRequestHeader(HttpHeaders.COOKIE))
                                .uri(services.article()))
                .build();
    }

    /** Nobody is known by a token outside of the newsroom's addresses. */
    private static GatewayFilterSpec forReaders(GatewayFilterSpec filters) {
        return again(filters).removeRequestHeader(HttpHeaders.AUTHORIZATION);
    }

    private static GatewayFilterSpec forNewsroom(GatewayFilterSpec filters, GatewayFilter gate) {
        return again(filters).filter(gate).removeRequestHeader(HttpHeaders.COOKIE);
    }

    /** A connection can end just when it is used; what only reads is then asked once more. */
    @SuppressWarnings("unchecked")
    private static GatewayFilterSpec again(GatewayFilterSpec filters) {
        return filters.removeRequestHeader(HttpHeaders.ACCEPT_ENCODING).removeRequestHeader(HttpHeaders.EXPECT)
                .retry(retry -> retry.setRetries(1).setMethods(HttpMethod.GET, HttpMethod.HEAD)
                        .setSeries().setStatuses(new HttpStatus[0]).setExceptions(IOException.class));
    }
}
