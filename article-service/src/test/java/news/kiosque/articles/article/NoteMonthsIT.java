package news.kiosque.articles.article;

import java.time.Instant;

import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.edition.Edition;
import news.kiosque.testkit.OnEveryStore;
import news.kiosque.testkit.StoreServer;
import news.kiosque.testkit.TestMongo;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.ne;
import static org.assertj.core.api.Assertions.assertThat;

/** Articles of a store that an earlier version has filled. */
@OnEveryStore
class NoteMonthsIT {
    private static final int MANY = 60;

    private final MongoClient client;
    private final MongoDatabase database;
    private final StoredArticles stored;

    NoteMonthsIT(StoreServer server) {
        client = MongoClients.create(server.uri());
        database = client.getDatabase(TestMongo.freshDatabase());
        stored = new StoredArticles(database);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void areListedByMonthAsAllOthersAre() {
        for (int i = 0; i < MANY; i++) {
            put("a%03d".formatted(i), Instant.parse("2026-0%d-15T08:00:00Z".formatted(1 + i % 3)));
        }
        put("known", Instant.parse("2026-01-20T08:00:00Z"));
        var months = new ArticlesByMonth(database);
        Mono.from(database.getCollection(Articles.COLLECTION).updateMany(ne("_id", "known"), Updates.unset("month")))
                .block();
        assertThat(months.months(Edition.fr).map(Month::articles).collectList().block()).containsExactly(1L);

        new NoteMonths(database).note().block();

        assertThat(months.months(Edition.fr).map(Month::articles).collectList().block())
                .containsExactly(MANY / 3 + 1L, MANY / 3L, MANY / 3L);
        assertThat(Flux.from(database.getCollection(Articles.COLLECTION).find(ne("month", null))).count().block())
                .isEqualTo(MANY + 1L);
    }

    private void put(String id, Instant published) {
        Article draft = Article.drafted(id, Edition.fr, ArticlesStoreIT.content("monde", "Titre"), published);
        stored.put(draft.published("/monde/" + id, "editor", published)).block();
    }

    @Test
    void areLeftAloneWhenTheyWereNeverPublic() {
        stored.put(Article.drafted("draft", Edition.fr, ArticlesStoreIT.content("monde", "Titre"), Instant.EPOCH))
                .block();
        new NoteMonths(database).note().block();
        assertThat(Mono.from(database.getCollection(Articles.COLLECTION).find(new Document("month", null))).block())
                .isNotNull();
    }
}
