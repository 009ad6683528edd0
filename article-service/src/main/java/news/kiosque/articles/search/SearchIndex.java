package news.kiosque.articles.search;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.netty.channel.ChannelOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The index of the recommendation-service, which readers search in; nothing of it when it is away, slow or busy. */
@Component
public class SearchIndex {
    private static final Logger log = LoggerFactory.getLogger(SearchIndex.class);
    private static final int ARTICLES_A_PAGE = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration CONNECT_PATIENCE = Duration.ofMillis(500);
    private static final int CONNECTIONS = 16;
    private static final int QUEUE = 64;

    private final WebClient http;
    private final URI address;

    SearchIndex(@Value("${kiosque.recommendation-service}") URI service) {
        ConnectionProvider connections = ConnectionProvider.builder("search").maxConnections(CONNECTIONS)
                .pendingAcquireMaxCount(QUEUE).pendingAcquireTimeout(PATIENCE).build();
        this.http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create(connections)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT_PATIENCE.toMillis())
                        .responseTimeout(PATIENCE)))
                .build();
        this.address = service.resolve("/internal/search");
    }

    /**
     * @param credential with which the gateway lets this reader's question be asked, as it came; null without a gateway
     * @return empty when no answer can be had
     */
    public Mono<Found> find(Question question, @Nullable String credential) {
        return http.get().uri(address(question))
                .headers(headers -> {
                    if (credential != null) {
                        headers.set(HttpHeaders.AUTHORIZATION, credential);
                    }
                }).retrieve().bodyToMono(Found.class).timeout(PATIENCE).onErrorResume(failure -> {
                    log.warn("Nothing could be looked for: {}", failure.toString());
                    return Mono.empty();
                });
    }

    private URI address(Question question) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("q", question.text());
        asked.put("edition", question.edition());
        asked.put("section", question.section());
        asked.put("from", question.from());
        asked.put("to", question.until());
        asked.put("sort", question.newestFirst() ? "newest" : "relevance");
        asked.put("page", question.page());
        asked.put("limit", ARTICLES_A_PAGE);
        asked.values().removeIf(value -> value == null);
        UriComponentsBuilder uri = UriComponentsBuilder.fromUri(address);
        asked.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(asked).toUri();
    }
}
