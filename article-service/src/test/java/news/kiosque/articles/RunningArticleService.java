package news.kiosque.articles;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import news.kiosque.testkit.TestKafka;
import news.kiosque.testkit.TestKeys;
import news.kiosque.testkit.TestMongo;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real broker and a store over its wire protocol. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningArticleService {
    protected static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;
    protected WebTestClient http;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry registry) {
        String database = TestMongo.freshDatabase();
        registry.add("spring.mongodb.uri", TestMongo::uri);
        registry.add("kiosque.store.database", () -> database);
        registry.add("kiosque.outbox.transactional-id", () -> database);
        registry.add("spring.kafka.bootstrap-servers", TestKafka::bootstrapServers);
        registry.add("kiosque.keys", () -> TestKeys.folder().toString());
    }

    @BeforeEach
    void connect() {
        http = WebTestClient.bindToServer().baseUrl("http://localhost:" + port).responseTimeout(Duration.ofSeconds(20))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(20_000_000))
                .filter((request, next) -> next.exchange(request).flatMap(RunningArticleService::readToItsEnd)).build();
        for (String section : new String[]{"monde", "monde/europe", "sciences"}) {
            send("editor", HttpMethod.PUT, "/api/v1/sections/fr/" + section, "{\"name\": \"" + section + "\"}")
                    .expectStatus().is2xxSuccessful();
        }
    }

    /** A test that asks for the status only must not leave the body in Netty's buffers. */
    private static Mono<ClientResponse> readToItsEnd(ClientResponse response) {
        return response.bodyToMono(byte[].class).defaultIfEmpty(new byte[0])
                .map(bytes -> response.mutate().body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes)))
                        .build());
    }

    protected int port() {
        return port;
    }

    protected static Consumer<HttpHeaders> as(String role) {
        return headers -> headers
                .setBearerAuth(TestKeys.serviceToken("article-service", "alice-" + role, role));
    }

    protected ResponseSpec send(String role, HttpMethod method, String path, String body, String... headers) {
        return http.method(method).uri(path).headers(as(role)).contentType(MediaType.APPLICATION_JSON)
                .headers(all -> {
                    for (int i = 0; i < headers.length; i += 2) {
                        all.set(headers[i], headers[i + 1]);
                    }
                }).bodyValue(body).exchange();
    }

    protected ResponseSpec post(String role, String path, String body, String... headers) {
        return send(role, HttpMethod.POST, path, body, headers);
    }

    protected ResponseSpec get(String path) {
        return http.get().uri(path).headers(as("reporter")).exchange();
    }

    protected static JsonNode json(ResponseSpec response) {
        return JSON.readTree(response.expectBody().returnResult().getResponseBodyContent());
    }

    /** An article as it is posted, with these fields in place of or beside the usual ones; null takes one away. */
    protected static String article(Map<String, ?> changes) {
        var article = JSON.createObjectNode();
        article.put("edition", "fr").put("section", "monde").put("headline", "Des soldats " + UUID.randomUUID())
                .put("standfirst", "Ils viennent de loin.");
        article.set("authors", JSON.valueToTree(new String[]{"Anne Œuvrard"}));
        article.set("tags", JSON.valueToTree(new String[]{"Ukraine"}));
        article.set("body", JSON.readTree("[{\"type\": \"paragraph\", \"text\": \"Un <em>mot</em>.\"}]"));
        changes.forEach((name, value) -> {
            if (value == null) {
                article.remove(name);
            } else {
                article.set(name, JSON.valueToTree(value));
            }
        });
        return article.toString();
    }

    /** A draft that was just made. */
    protected JsonNode drafted(Map<String, ?> changes) {
        return json(post("reporter", "/api/v1/articles", article(changes)).expectStatus().isCreated());
    }

    /** A move of an article at its present revision. */
    protected JsonNode moved(JsonNode article, String move, String body) {
        return json(move(article, move, body).expectStatus().isOk());
    }

    protected ResponseSpec move(JsonNode article, String move, String body) {
        return post("editor", "/api/v1/articles/" + article.get("id").stringValue() + "/" + move, body, "If-Match",
                "\"" + article.get("rev").longValue() + "\"");
    }

    protected JsonNode published(Map<String, ?> changes) {
        return moved(drafted(changes), "publish", "{}");
    }
}
