package news.kiosque.articles.article;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.outbox.Outbox;
import news.kiosque.articles.text.Slug;
import news.kiosque.articles.url.Addresses;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.eq;

/** Every path that a page of an article is or was at. */
@Component
public class Urls {
    private static final String OWNER = "article/";
    private static final int NUMBERED = 50;

    private final Addresses addresses;
    private final MongoCollection<Document> articles;

    Urls(Addresses addresses, MongoDatabase database) {
        this.addresses = addresses;
        this.articles = database.getCollection(Articles.COLLECTION);
    }

    /** What is at this path; empty when no article was ever there. */
    public Mono<Resolution> resolve(String path) {
        return addresses.owner(path).filter(owner -> owner.startsWith(OWNER))
                .flatMap(owner -> Mono.from(articles.find(eq("_id", owner.substring(OWNER.length())))
                        .projection(Projections.exclude(Outbox.FIELD))))
                .map(ArticleDocument::read).flatMap(article -> Mono.justOrEmpty(at(path, article)));
    }

    /** The path at which the page of its working copy will be: where it is, or a free one that this takes for it. */
    Mono<String> take(Article article) {
        String owner = OWNER + article.id();
        List<String> paths = candidates(article).toList();
        return addresses.owners(paths)
                .flatMapMany(owners -> Flux.fromIterable(paths)
                        .filter(path -> owners.getOrDefault(path, owner).equals(owner)))
                .concatMap(path -> addresses.take(path, owner).filter(taken -> taken).map(_ -> path), 1).next();
    }

    /** The same of many, by their ids. */
    Mono<Map<String, String>> takeAll(List<Article> all) {
        Map<String, String> wishes = new LinkedHashMap<>();
        all.forEach(article -> wishes.putIfAbsent(candidates(article).findFirst().orElseThrow(),
                OWNER + article.id()));
        return addresses.takeFree(wishes).flatMap(taken -> {
            Map<String, String> byId = new HashMap<>();
            taken.forEach(path -> byId.put(wishes.get(path).substring(OWNER.length()), path));
            return Flux.fromIterable(all).filter(article -> !byId.containsKey(article.id()))
                    .concatMap(article -> take(article).doOnNext(path -> byId.put(article.id(), path)))
                    .then(Mono.just(byId));
        });
    }

    /** The chosen name, then the same with a number, and at last one that nobody else can have. */
    private static Stream<String> candidates(Article article) {
        Content content = article.draft();
        String chosen = content.slug() == null ? Slug.of(content.headline()) : content.slug();
        String name = chosen.isEmpty() ? article.id() : chosen;
        String path = article.edition().prefix() + "/" + content.section() + "/" + name;
        return Stream.concat(
                Stream.concat(Stream.of(path), IntStream.rangeClosed(2, NUMBERED).mapToObj(i -> path + "-" + i)),
                Stream.of(path + "-" + article.id()));
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
