package news.kiosque.articles.article;

import java.util.List;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import news.kiosque.articles.outbox.Outbox;
import news.kiosque.articles.outbox.OutboxCollection;
import news.kiosque.articles.store.CollectionIndexes;
import org.bson.conversions.Bson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

/** What articles are found by. */
@Configuration(proxyBeanMethods = false)
class ArticleIndexes {

    @Bean
    OutboxCollection outboxOfArticles() {
        return new OutboxCollection(Articles.COLLECTION);
    }

    @Bean
    CollectionIndexes indexesOfArticles() {
        return new CollectionIndexes(Articles.COLLECTION,
                List.of(live("live-edition", ascending("edition", "state")),
                        live("live-section", ascending("edition", "live.sections", "state")),
                        live("live-author", ascending("edition", "live.authors.slug", "state")),
                        live("live-tag", ascending("edition", "live.tags.slug", "state")),
                        index("live-month", compoundIndex(ascending("edition", "state"), ArticlesByMonth.ORDER)),
                        index("url", ascending("url")), index("read-also", ascending("live.readAlso")),
                        index("related", ascending("related.items.article")),
                        index("saved", descending("savedAt", "_id")), Outbox.INDEX, Outbox.BACKFILL_INDEX));
    }

    @Bean
    CollectionIndexes indexesOfRevisions() {
        return new CollectionIndexes(Revisions.COLLECTION,
                List.of(index("article", compoundIndex(ascending("article"), descending("rev")))));
    }

    private static IndexModel live(String name, Bson found) {
        return index(name, compoundIndex(found, descending("publishedAt", "_id")));
    }

    private static IndexModel index(String name, Bson keys) {
        return new IndexModel(keys, new IndexOptions().name(name));
    }
}
