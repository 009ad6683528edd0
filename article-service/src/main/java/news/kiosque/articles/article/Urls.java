package news.kiosque.articles.article;

import java.util.Objects;
import java.util.Optional;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.eq;

/** Every path that a page of an article is or was at; each belongs to one article for ever. */
@Component
public class Urls {
    private static final String OWNER = "article/";

    private final MongoCollection<Document> urls;
    private final MongoCollection<Document> articles;

    Urls(MongoDatabase database) {
        this.urls = database.getCollection("urls");
        this.articles = database.getCollection(Articles.COLLECTION);
    }

    /** What is at this path; empty when no article was ever there. */
    public Mono<Resolution> resolve(String path) {
        return Mono.from(urls.find(eq("_id", path)))
                .map(url -> url.getString("owner")).filter(owner -> owner.startsWith(OWNER))
                .flatMap(owner -> Mono.from(articles.find(eq("_id", owner.substring(OWNER.length())))))
                .map(ArticleDocument::read).flatMap(article -> Mono.justOrEmpty(at(path, article)));
    }

    private static Optional<Resolution> at(String path, Article article) {
        return Optional.ofNullable(switch (article.state()) {
            case LIVE -> path.equals(article.url()) ? new Resolution.Here(article) : moved(article);
            case WITHDRAWN -> gone(article);
            case DRAFT -> null;
        });
    }

    private static Resolution moved(Article article) {
        return new Resolution.Moved(Objects.requireNonNull(article.url()));
    }

    private static Resolution gone(Article article) {
        return new Resolution.Gone(article.edition(), Objects.requireNonNull(article.withdrawal()).at());
    }
}
