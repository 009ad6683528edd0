package news.kiosque.articles.article;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import news.kiosque.articles.article.Revisions.Revision;
import news.kiosque.articles.request.Bodies;
import news.kiosque.articles.request.Fields;
import news.kiosque.articles.request.IfMatch;
import news.kiosque.platform.token.Caller;
import news.kiosque.platform.token.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The newsroom's way to its articles: drafting for reporters, what readers notice for editors. */
@RestController
@RequestMapping(path = "/api/v1/articles", produces = MediaType.APPLICATION_JSON_VALUE)
class ArticleApi {
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String IF_MATCH = HttpHeaders.IF_MATCH;
    private static final String WORDS = MediaType.APPLICATION_JSON_VALUE;

    private final Manuscripts manuscripts;
    private final DraftArticle drafting;
    private final PublishArticle publishing;
    private final Revisions revisions;

    ArticleApi(Manuscripts manuscripts, DraftArticle drafting, PublishArticle publishing, Revisions revisions) {
        this.manuscripts = manuscripts;
        this.drafting = drafting;
        this.publishing = publishing;
        this.revisions = revisions;
    }

    @PostMapping(consumes = WORDS)
    Mono<ResponseEntity<Map<String, Object>>> create(@RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, Authentication caller) {
        byte[] sent = sent(body);
        return drafting.begin(RequestId.id(caller.getName(), key), Bodies.object(sent), RequestId.digest(sent))
                .map(article -> ResponseEntity.created(URI.create("/api/v1/articles/" + article.id()))
                        .eTag(IfMatch.tag(article.rev())).body(ArticleJson.of(article)));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<Map<String, Object>>> read(@PathVariable String id) {
        return manuscripts.find(id).map(ArticleApi::answer);
    }

    @PutMapping(path = "/{id}", consumes = WORDS)
    Mono<ResponseEntity<Map<String, Object>>> replace(@PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body) {
        var content = Bodies.object(sent(body));
        return change(id, ifMatch, article -> drafting.save(article, content));
    }

    @PatchMapping(path = "/{id}", consumes = {MERGE_PATCH, WORDS})
    Mono<ResponseEntity<Map<String, Object>>> patch(@PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body) {
        var patch = Bodies.object(sent(body));
        return change(id, ifMatch, article -> drafting.save(article,
                MergePatch.apply(Bodies.of(ArticleJson.content(article.draft())), patch)));
    }

    @PostMapping("/{id}/publish")
    Mono<ResponseEntity<Map<String, Object>>> publish(@PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch, Authentication caller) {
        Caller.mustBe(Role.EDITOR, caller);
        return change(id, ifMatch, article -> publishing.publish(article, caller.getName()));
    }

    @PostMapping(path = "/{id}/correct", consumes = WORDS)
    Mono<ResponseEntity<Map<String, Object>>> correct(@PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body, Authentication caller) {
        Caller.mustBe(Role.EDITOR, caller);
        String note = words(body, "note");
        return change(id, ifMatch, article -> publishing.correct(article, note, caller.getName()));
    }

    @PostMapping(path = "/{id}/withdraw", consumes = WORDS)
    Mono<ResponseEntity<Map<String, Object>>> withdraw(@PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body, Authentication caller) {
        Caller.mustBe(Role.EDITOR, caller);
        String reason = words(body, "reason");
        return change(id, ifMatch, article -> publishing.withdraw(article, reason, false));
    }

    @PostMapping(path = "/{id}/kill", consumes = WORDS)
    Mono<ResponseEntity<Map<String, Object>>> kill(@PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body, Authentication caller) {
        Caller.mustBe(Role.EDITOR, caller);
        String reason = words(body, "reason");
        return change(id, ifMatch, article -> publishing.withdraw(article, reason, true));
    }

    @GetMapping("/{id}/related")
    Mono<Related> related(@PathVariable String id) {
        return manuscripts.find(id).map(Article::related);
    }

    @GetMapping("/{id}/revisions")
    Mono<List<Revision>> revisions(@PathVariable String id) {
        return manuscripts.find(id).flatMap(article -> revisions.of(article).collectList());
    }

    private Mono<ResponseEntity<Map<String, Object>>> change(String id, @Nullable String ifMatch,
            Function<Article, Mono<Article>> move) {
        return manuscripts.find(id).flatMap(article -> {
            if (IfMatch.isMissing(ifMatch)) {
                return Mono.error(new RevisionMissing());
            }
            return IfMatch.names(ifMatch, article.rev()) ? move.apply(article) : Mono.error(new StaleRevision());
        }).map(ArticleApi::answer);
    }

    private static ResponseEntity<Map<String, Object>> answer(Article article) {
        return ResponseEntity.ok().eTag(IfMatch.tag(article.rev())).body(ArticleJson.of(article));
    }

    private static String words(byte @Nullable [] body, String name) {
        Fields fields = new Fields(Bodies.object(sent(body)));
        String words = fields.text(name, 1_000);
        fields.refuseOthers();
        fields.check();
        return words;
    }

    private static byte[] sent(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }
}
