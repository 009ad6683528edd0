package news.kiosque.bench.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

/** What article-service asks most, as it asks it; one at a time, so that the server's CPU time is theirs. */
final class Questions {
    private static final Bson SUMMARY = include("edition", "url", "publishedAt", "modifiedAt", "live.headline",
            "live.standfirst", "live.language", "live.section", "live.authors", "live.picture", "live.video");

    private final Server server;
    private final Corpus corpus;
    private final MongoCollection<Document> articles;
    private final Answers answers = new Answers();

    Questions(Server server, Corpus corpus) {
        this.server = server;
        this.corpus = corpus;
        this.articles = corpus.articles();
    }

    private interface Question {
        void ask(int i);
    }

    Answers ask(int calls) {
        measure("article by id", calls, i -> articles.find(eq("_id", corpus.any())).first());
        measure("section page of 20", calls, i -> page(eq("live.sections", Corpus.section(i))));
        measure("list by tag of 20", calls, i -> page(eq("live.tags.slug", Corpus.tag(i))));
        measure("month and its count, of the sitemap", calls, i -> articles
                .countDocuments(and(eq("edition", "fr"), eq("state", "LIVE"), eq("month", month(i)))));
        measure("relay's poll", calls, i -> {
            waiting("pending");
            waiting("backfill");
        });
        measure("outbox write and removal", calls, i -> publish(corpus.any()));
        return answers;
    }

    private void page(Bson listed) {
        articles.find(and(eq("edition", "fr"), eq("state", "LIVE"), listed)).projection(SUMMARY)
                .sort(descending("publishedAt", "_id")).limit(20).into(new ArrayList<>());
    }

    private static String month(int i) {
        return "%d-%02d".formatted(2016 + i % 4, 1 + i % 12);
    }

    private void waiting(String flag) {
        articles.find(eq(flag, true)).projection(Projections.fields(include("_id"), Projections.slice("outbox", 4)))
                .batchSize(8).limit(64).into(new ArrayList<>());
    }

    private void publish(String id) {
        Document article = articles.find(eq("_id", id)).projection(Projections.exclude("outbox")).first();
        article.remove("_id");
        long rev = article.getLong("rev");
        article.put("rev", rev + 1);
        article.put("savedAt", new Date());
        articles.findOneAndUpdate(and(eq("_id", id), eq("rev", rev)),
                Updates.combine(new Document("$set", article),
                        Updates.pushEach("outbox", List.of(Corpus.event(id + rev))), Updates.set("pending", true)),
                new FindOneAndUpdateOptions().projection(Projections.exclude("outbox")));
        articles.bulkWrite(List.of(
                new UpdateOneModel<>(eq("_id", id),
                        Updates.pull("outbox", new Document("id", new Document("$in", List.of(id + rev))))),
                new UpdateOneModel<>(and(eq("_id", id), size("outbox", 0)),
                        Updates.combine(Updates.unset("pending"), Updates.unset("backfill")))));
    }

    private void measure(String name, int calls, Question question) {
        IntStream.range(0, calls).forEach(question::ask);
        Duration before = server.cpu();
        IntStream.range(0, calls).forEach(question::ask);
        answers.note(name, server.cpu().minus(before).toNanos() / 1e3 / calls);
    }
}
