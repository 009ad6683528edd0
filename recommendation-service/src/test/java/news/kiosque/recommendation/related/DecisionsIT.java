package news.kiosque.recommendation.related;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import com.jayway.jsonpath.JsonPath;
import news.kiosque.events.ModelLearned;
import news.kiosque.events.Order;
import news.kiosque.events.RelatedComputed;
import news.kiosque.recommendation.similarity.Model;
import news.kiosque.testkit.TestKeys;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What the newsroom decides on one instance holds on every other, at once and for those that start later. */
class DecisionsIT {
    private static final String SERVICE = "recommendation-service";
    private static final String ALIASES = "/api/v1/related/aliases";
    private static final String MODELS = "/api/v1/related/models";

    @TempDir
    static Path one;
    @TempDir
    static Path other;
    private static Newsroom newsroom;
    private static ConfigurableApplicationContext first;
    private static ConfigurableApplicationContext second;

    @BeforeAll
    static void open() {
        newsroom = new Newsroom();
        first = newsroom.instance(one);
        second = newsroom.instance(other);
        newsroom.publish("de-one", "Minsk sous sanctions", "L’Europe punit Loukachenko à Minsk.", Instant.EPOCH);
        newsroom.publish("de-two", "L’Europe et Minsk", "Loukachenko répond aux sanctions de l’Europe.", Instant.EPOCH);
        await(() -> newsroom.list("de-one") != null && newsroom.list("de-one").contains("de-two"));
    }

    @AfterAll
    static void close() throws InterruptedException {
        put(first, "{\"groups\":[]}", "*", "editor");
        post(first, MODELS + "/switch?to=shipped");
        second.close();
        first.close();
        newsroom.close();
    }

    @Test
    void anEditorsAliasIsSearchedByOnEveryInstance() {
        assertThat(found(second, "Lukashenko")).isEmpty();
        var list = get(first, ALIASES, "reporter");
        String tag = Objects.requireNonNull(list.getResponseHeaders().getETag());

        assertThat(put(first, "{\"groups\":[{\"names\":[\"Loukachenko\",\"Lukashenko\"]}]}", tag, "editor"))
                .isEqualTo(200);

        await(() -> found(second, "lukashenko").size() == 2);
        assertThat(put(second, "{\"groups\":[]}", tag, "editor")).as("an old list").isEqualTo(412);
        assertThat(put(second, "{\"groups\":[]}", null, "editor")).isEqualTo(428);
        assertThat(put(second, "{\"groups\":[]}", "*", "reporter")).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"groups\":{}}", "{\"groups\":[{}]}", "{\"groups\":[{\"names\":[\"a\"]}]}",
            "{\"groups\":[{\"names\":[\"Kiev\",\"KIEV\"]}]}", "{\"groups\":[{\"names\":[\"Kiev\",5]}]}",
            "{\"groups\":[{\"names\":[\"Kiev\",\"<b>Kyiv</b>\"]}]}", "{\"groups\":[{\"names\":[\"Kiev\",\"  \"]}]}",
            "{\"groups\":[{\"names\":[\"Kiev\",\"…\"]}]}",
            "{\"groups\":[{\"names\":[\"a1\",\"b1\"]},{\"names\":[\"b1\",\"c1\"]}]}"})
    void saysWhatIsWrongWithAList(String body) {
        assertThat(put(first, body, "*", "editor")).isEqualTo(422);
    }

    @Test
    void aLearnedModelIsPutIntoServiceEverywhereAndBack() {
        assertThat(post(first, MODELS + "/switch?to=nonsense")).isEqualTo(400);
        Model learned = new Model("learned-in-a-test", "none", Model.SHIPPED.parts());
        newsroom.send(new ModelLearned(new Order(0, System.nanoTime()), learned.name(),
                new String(learned.toJson(), StandardCharsets.UTF_8), "a test", Instant.now()));
        await(() -> learned.name().equals(standing(second).get("learned")));
        client(first).get().uri(MODELS + "/comparison").headers(http -> http.setBearerAuth(token("administrator")))
                .exchange().expectStatus().isOk().expectBody().jsonPath("$.overlap").isEqualTo(1.0)
                .jsonPath("$.articles").isNumber();

        assertThat(post(second, MODELS + "/switch")).isEqualTo(200);

        await(() -> algorithm("de-one").contains(learned.name()) && algorithm("de-two").contains(learned.name()));
        assertThat(standing(first)).containsEntry("inService", learned.name()).containsEntry("previous", "shipped");
        assertThat(post(second, MODELS + "/switch")).as("once more").isEqualTo(200);
        assertThat(standing(second)).containsEntry("previous", "shipped");
        newsroom.publish("de-three", "L’Europe et Minsk encore", "Loukachenko et l’Europe.", Instant.EPOCH);
        await(() -> algorithm("de-three").contains(learned.name()));

        assertThat(post(first, MODELS + "/switch?to=previous")).isEqualTo(200);

        await(() -> List.of("de-one", "de-two", "de-three").stream()
                .allMatch(id -> algorithm(id).contains("shipped")));
    }

    private static String algorithm(String id) {
        RelatedComputed list = newsroom.computed(id);
        return list == null ? "" : list.algorithm();
    }

    private static List<String> found(ConfigurableApplicationContext instance, String text) {
        byte[] body = client(instance).get().uri("/internal/search?edition=de&q={q}", text)
                .headers(http -> http.setBearerAuth(token("reporter"))).exchange().expectStatus().isOk()
                .expectBody().returnResult().getResponseBody();
        return JsonPath.read(new String(body, StandardCharsets.UTF_8), "$.items[*].articleId");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> standing(ConfigurableApplicationContext instance) {
        return client(instance).get().uri(MODELS).headers(http -> http.setBearerAuth(token("administrator"))).exchange()
                .expectStatus().isOk().expectBody(Map.class).returnResult().getResponseBody();
    }

    private static EntityExchangeResult<byte[]> get(ConfigurableApplicationContext instance, String path, String role) {
        return client(instance).get().uri(path).headers(http -> http.setBearerAuth(token(role))).exchange()
                .expectStatus().isOk().expectBody().returnResult();
    }

    private static int post(ConfigurableApplicationContext instance, String path) {
        return client(instance).post().uri(path).headers(http -> http.setBearerAuth(token("administrator"))).exchange()
                .expectBody().returnResult().getStatus().value();
    }

    private static int put(ConfigurableApplicationContext instance, String body, String tag, String role) {
        return client(instance).put().uri(ALIASES).contentType(MediaType.APPLICATION_JSON).headers(http -> {
            http.setBearerAuth(token(role));
            if (tag != null) {
                http.setIfMatch(tag);
            }
        }).bodyValue(body).exchange().expectBody().returnResult().getStatus().value();
    }

    private static WebTestClient client(ConfigurableApplicationContext instance) {
        return WebTestClient.bindToServer().responseTimeout(Duration.ofSeconds(20))
                .baseUrl("http://localhost:" + instance.getEnvironment().getProperty("local.server.port")).build();
    }

    private static String token(String role) {
        return TestKeys.serviceToken(SERVICE, "ada", role);
    }

    private static void await(Callable<Boolean> fact) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(fact);
    }
}
