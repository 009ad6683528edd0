package news.kiosque.articles.article;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import news.kiosque.articles.RunningArticleService;
import news.kiosque.articles.TopicReader;
import news.kiosque.events.ArticleCorrected;
import news.kiosque.events.ArticleEvent;
import news.kiosque.events.ArticlePublished;
import news.kiosque.events.ArticleRevised;
import news.kiosque.events.ArticleWithdrawn;
import news.kiosque.events.Event;
import news.kiosque.events.Heartbeat;
import news.kiosque.events.Order;
import news.kiosque.events.PagesChanged;
import news.kiosque.events.PagesChanged.Purge;
import news.kiosque.events.PublicArticle;
import news.kiosque.events.RelatedComputed;
import news.kiosque.events.Topics;
import news.kiosque.platform.kafka.OutgoingEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class EventsIT extends RunningArticleService {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private KafkaTemplate<String, byte[]> plainKafka;

    @Test
    void tellsEachStateOfAnArticleInOrder() {
        JsonNode live = published(Map.of("section", "monde/europe", "headline", "Premier état"));
        JsonNode revised = moved(live, "publish", "");
        JsonNode corrected = moved(revised, "correct", "{\"note\": \"Une date.\"}");
        moved(corrected, "withdraw", "{\"reason\": \"Faux.\"}");

        List<Event> events = awaitEvents(Topics.ARTICLE, id(live), 4);
        assertThat(events).extracting(Object::getClass).containsExactly(ArticlePublished.class, ArticleRevised.class,
                ArticleCorrected.class, ArticleWithdrawn.class);
        assertThat(events).extracting(event -> ((ArticleEvent) event).order()).containsExactly(new Order(0, 1),
                new Order(0, 2), new Order(0, 3), new Order(0, 4));
        var article = ((ArticlePublished) events.getFirst()).article();
        assertThat(article.headline()).isEqualTo("Premier état");
        assertThat(article.url()).isEqualTo(live.get("url").stringValue());
        assertThat(article.sections()).extracting("path").containsExactly("monde", "monde/europe");
        assertThat(((ArticleCorrected) events.get(2)).article().corrections()).hasSize(1);
    }

    @Test
    void namesEveryPageThatChanged() {
        JsonNode first = published(Map.of("section", "monde/europe", "tags", List.of("Été")));
        JsonNode reader = published(Map.of("body",
                List.of(Map.of("type", "paragraph", "text", "x"),
                        Map.of("type", "read-also", "articles", List.of(id(first))))));
        JsonNode changed = json(send("reporter", HttpMethod.PATCH,
                "/api/v1/articles/" + id(first), "{\"section\": \"sciences\"}", "If-Match", "\"2\""));
        moved(moved(changed, "publish", ""), "kill", "{\"reason\": \"x\"}");

        List<Event> pages = awaitEvents(Topics.PAGE, "article/" + id(first), 3);
        assertThat(pages).extracting(event -> ((PagesChanged) event).purge()).containsExactly(Purge.soft, Purge.soft,
                Purge.hard);
        assertThat(((PagesChanged) pages.get(1)).keys()).containsExactlyInAnyOrder("article/" + id(first),
                "section/fr/monde", "section/fr/monde/europe", "section/fr/sciences", "author/fr/anne-oeuvrard",
                "tag/fr/ete", "home/fr", "feed/fr", "article/" + id(reader));
    }

    @Test
    void tellsWhatTheEditorPinnedAndBanned() {
        JsonNode pinned = published(Map.of());
        JsonNode banned = published(Map.of());
        Map<String, Object> choice = Map.of("pinned", List.of(id(pinned)), "banned", List.of(id(banned)));

        JsonNode live = published(Map.of("related", choice));

        assertThat(live.get("related").get("pinned").get(0).stringValue()).isEqualTo(id(pinned));
        var told = ((ArticlePublished) awaitEvents(Topics.ARTICLE, id(live), 1).getFirst()).article().related();
        assertThat(told).isEqualTo(
                new PublicArticle.RelatedChoice(List.of(id(pinned)), List.of(id(banned))));
    }

    @Test
    void saysNothingOfDrafts() {
        JsonNode draft = drafted(Map.of());
        JsonNode live = published(Map.of());

        awaitEvents(Topics.ARTICLE, id(live), 1);
        assertThat(TopicReader.events(Topics.ARTICLE, id(draft))).isEmpty();
        assertThat(TopicReader.events(Topics.PAGE, "article/" + id(draft))).isEmpty();
    }

    @Test
    void givesASignOfLifeEachSecond() {
        await().atMost(PATIENCE).until(() -> TopicReader.events(Topics.PAGE).stream()
                .filter(record -> record.value() instanceof Heartbeat).count() >= 3);
    }

    @Test
    void keepsTheNewestRelatedListWithItsArticle() {
        JsonNode live = published(Map.of());
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();
        computed(id(live), 1, first);
        computed(id(live), 3, second);
        computed(id(live), 2, first);
        computed(id(live), 4, second);

        await().atMost(PATIENCE).until(() -> related(live).get("order").get("number").longValue() == 4);
        assertThat(related(live).get("items").get(0).get("articleId").stringValue()).isEqualTo(second);
        assertThat(json(get("/api/v1/articles/" + id(live))).get("rev").longValue()).isEqualTo(2);
        List<Event> pages = awaitEvents(Topics.PAGE, "article/" + id(live), 3);
        assertThat(pages).hasSize(3);
        assertThat(((PagesChanged) pages.getLast()).keys()).containsExactly("article/" + id(live));
    }

    private JsonNode related(JsonNode article) {
        return json(get("/api/v1/articles/" + id(article) + "/related").expectStatus().isOk());
    }

    private void computed(String article, long number, String listed) {
        var item = new RelatedComputed.Item(listed, 0.5, List.of(new RelatedComputed.Reason("title", 1)));
        var event = new RelatedComputed(new Order(0, number), article, "test", List.of(item), Instant.now());
        plainKafka.send(OutgoingEvent.of(event, Instant.now()).toRecord(URI.create("/test"))).join();
    }

    private static List<Event> awaitEvents(String topic, String key, int count) {
        await().atMost(PATIENCE).until(() -> TopicReader.events(topic, key).size() >= count);
        return TopicReader.events(topic, key);
    }

    private static String id(JsonNode article) {
        return article.get("id").stringValue();
    }
}
