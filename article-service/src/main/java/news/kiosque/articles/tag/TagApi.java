package news.kiosque.articles.tag;

import java.util.List;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.request.Malformed;
import org.bson.Document;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The newsroom's list of tags, with how many live articles each has. */
@RestController
class TagApi {
    private static final int AT_ONCE = 8;

    private final Tags tags;
    private final MongoCollection<Document> articles;

    TagApi(Tags tags, MongoDatabase database) {
        this.tags = tags;
        this.articles = database.getCollection("articles");
    }

    record Listed(List<Counted> items) {}

    record Counted(String slug, String name, long articles) {}

    @GetMapping(path = "/api/v1/tags", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Listed> list(@RequestParam(defaultValue = "fr") String edition) {
        Edition asked = Edition.named(edition).orElseThrow(() -> new Malformed("edition must be fr or en."));
        return tags.of(asked).flatMapSequential(one -> count(asked, one), AT_ONCE).collectList().map(Listed::new);
    }

    private Mono<Counted> count(Edition edition, Tag tag) {
        return Mono.from(articles.countDocuments(Filters.and(Filters.eq("edition", edition.name()),
                Filters.eq("live.tags.slug", tag.slug()), Filters.eq("state", "LIVE"))))
                .map(count -> new Counted(tag.slug(), tag.name(), count));
    }
}
