package news.kiosque.articles.article;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import news.kiosque.articles.RunningArticleService;
import news.kiosque.articles.TopicReader;
import news.kiosque.events.ArticlePublished;
import news.kiosque.events.Fingerprint;
import news.kiosque.events.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ArticleDigestIT extends RunningArticleService {

    @Test
    void hasALineForEveryArticleHoweverManyThereAre() {
        JsonNode draft = drafted(Map.of());
        JsonNode live = published(Map.of());
        JsonNode withdrawn = moved(published(Map.of()), "withdraw", "{\"reason\": \"x\"}");
        for (int i = 0; i < 250; i++) {
            drafted(Map.of());
        }
        Map<String, JsonNode> lines = digests();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(253);
        assertThat(state(lines, draft)).isEqualTo("draft 0 false");
        assertThat(state(lines, live)).isEqualTo("live 1 true");
        assertThat(state(lines, withdrawn)).isEqualTo("withdrawn 2 false");
    }

    @Test
    void saysTheSameOfAnArticleAsWhoeverReadsItOnKafka() {
        JsonNode live = published(Map.of("section", "monde/europe", "tags", java.util.List.of("Été", "Ukraine")));
        String id = live.get("id").stringValue();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var told = (ArticlePublished) TopicReader.events(Topics.ARTICLE, id).getLast();
            assertThat(digests().get(id).get("fingerprint").stringValue()).isEqualTo(Fingerprint.of(told.article()));
        });
    }

    @Test
    void isForAdministratorsOnly() {
        http.get().uri("/api/v1/articles:digest").headers(as("editor")).exchange().expectStatus().isForbidden();
        send("reporter", HttpMethod.POST, "/api/v1/articles:digest", "").expectStatus().isEqualTo(405);
    }

    private static String state(Map<String, JsonNode> lines, JsonNode article) {
        JsonNode line = lines.get(article.get("id").stringValue());
        return line.get("state").stringValue() + " " + line.get("order").get("number") + " " + line.has("fingerprint");
    }

    private Map<String, JsonNode> digests() {
        byte[] lines = http.get().uri("/api/v1/articles:digest").headers(as("administrator")).exchange().expectStatus()
                .isOk().expectBody().returnResult().getResponseBodyContent();
        Map<String, JsonNode> found = new HashMap<>();
        Arrays.stream(new String(lines).split("\n")).map(JSON::readTree)
                .forEach(line -> found.put(line.get("id").stringValue(), line));
        return found;
    }
}
