package news.kiosque.articles.store;

import java.time.Duration;
import java.util.List;

import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.RunningArticleService;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ReadinessIT extends RunningArticleService {

    @Autowired
    private MongoDatabase database;

    @Test
    void isReadyWithTopicsAndIndexes() {
        await().atMost(Duration.ofSeconds(30)).until(() -> http.get().uri("/actuator/health/readiness").exchange()
                .expectBody().returnResult().getStatus().is2xxSuccessful());

        List<String> names = Flux.from(database.getCollection("articles").listIndexes())
                .map((Document index) -> index.getString("name")).collectList().block();
        assertThat(names).contains("live-edition", "live-section", "live-author", "live-tag", "url", "saved",
                "outbox-pending");
    }
}
