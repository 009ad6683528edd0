package news.kiosque.recommendation.digest;

import news.kiosque.platform.token.Caller;
import news.kiosque.platform.token.Role;
import news.kiosque.recommendation.index.IndexedArticle;
import news.kiosque.recommendation.index.IndexedArticles;
import news.kiosque.recommendation.intake.Replica;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** For whoever compares what the services know: a line for each article that this instance's index has heard of. */
@RestController
final class IndexDigestApi {
    private final Replica replica;

    IndexDigestApi(Replica replica) {
        this.replica = replica;
    }

    @GetMapping(path = "/api/v1/related/digest", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<IndexedArticle> all(Authentication caller) {
        Caller.mustBe(Role.ADMINISTRATOR, caller);
        return Flux.using(() -> replica.index().articles(), found -> Flux.fromIterable(() -> found),
                IndexedArticles::close).subscribeOn(Schedulers.boundedElastic());
    }
}
