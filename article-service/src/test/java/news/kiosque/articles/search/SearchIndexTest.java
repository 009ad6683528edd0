package news.kiosque.articles.search;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import news.kiosque.articles.edition.Edition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class SearchIndexTest {
    private static final Question QUESTION = new Question("l’été & \"50 %\" {q}", Edition.fr, null,
            Instant.parse("2026-11-01T00:00:00Z"), null, false, 1);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private String answer = "{}";
    private int status = 200;
    private DisposableServer service;

    @BeforeEach
    void starts() {
        service = HttpServer.create().port(0).handle((request, response) -> {
            asked.add(request.uri() + " " + request.requestHeaders().get("Authorization"));
            HttpServerResponse said = response.status(status).header("Content-Type", "application/json");
            return answer.isEmpty() ? Mono.never() : said.sendString(Mono.just(answer));
        }).bindNow();
    }

    @AfterEach
    void stops() {
        service.disposeNow();
    }

    @Test
    void asksAsTheReaderTypedIt() {
        answer = """
                {"q": "x", "total": 1, "more": false, "page": 1, "pages": 1, "suggestion": "été", "items": [
                  {"articleId": "a1", "url": "/monde/a", "headline": "A", "excerpt": "<mark>A</mark>"}]}""";
        StepVerifier.create(index().find(QUESTION, "Bearer token"))
                .expectNext(new Found(1, false, 1, List.of(new Found.Item("a1", "<mark>A</mark>")), "été"))
                .verifyComplete();
        assertThat(asked).containsExactly("/internal/search?q=l%E2%80%99%C3%A9t%C3%A9%20%26%20%2250%20%25%22%20%7Bq%7D"
                + "&edition=fr&from=2026-11-01T00%3A00%3A00Z&sort=relevance&page=1&limit=20 Bearer token");
    }

    @Test
    void hasNothingFromAServiceThatFails() {
        status = 503;
        StepVerifier.create(index().find(QUESTION, null)).verifyComplete();
        status = 200;
        answer = "nonsense";
        StepVerifier.create(index().find(QUESTION, null)).verifyComplete();
    }

    @Test
    void hasNothingFromAServiceThatIsSlowOrAway() {
        answer = "";
        StepVerifier.create(index().find(QUESTION, null)).verifyComplete();
        service.disposeNow();
        StepVerifier.create(index().find(QUESTION, null)).verifyComplete();
    }

    private SearchIndex index() {
        return new SearchIndex(URI.create("http://localhost:" + service.port()));
    }
}
