package news.kiosque.articles.article;

import news.kiosque.platform.token.Caller;
import news.kiosque.platform.token.Role;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** For whoever compares what the services know: a line for each article, whatever its state. */
@RestController
class ArticleDigestApi {
    private final ArticleDigests digests;

    ArticleDigestApi(ArticleDigests digests) {
        this.digests = digests;
    }

    @GetMapping(path = "/api/v1/articles:digest", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<ArticleDigest> all(Authentication caller) {
        Caller.mustBe(Role.ADMINISTRATOR, caller);
        return digests.all();
    }
}
