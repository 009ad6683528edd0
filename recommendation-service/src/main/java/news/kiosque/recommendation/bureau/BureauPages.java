package news.kiosque.recommendation.bureau;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import news.kiosque.platform.token.Caller;
import news.kiosque.platform.token.Role;
import news.kiosque.recommendation.explain.ExplainList;
import news.kiosque.recommendation.explain.Explanation;
import news.kiosque.recommendation.intake.Replica;
import news.kiosque.recommendation.search.Found;
import news.kiosque.recommendation.search.SearchArticles;
import news.kiosque.recommendation.setting.InService;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Shows editors a list with its reasons, beside what plain MoreLikeThis would list. */
@RestController
final class BureauPages {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final int LONGEST = 300;
    private static final String POLICY = "default-src 'none'; style-src '" + hash(BureauStyle.CSS)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final ExplainList explain;
    private final SearchArticles search;
    private final Replica replica;
    private final InService inService;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    BureauPages(ExplainList explain, SearchArticles search, Replica replica, InService inService) {
        this.explain = explain;
        this.search = search;
        this.replica = replica;
        this.inService = inService;
    }

    /**
     * @param article id
     * @param q words of the article that is looked for, or its id
     */
    @GetMapping("/bureau/related")
    Mono<ResponseEntity<String>> show(@RequestParam(defaultValue = "") String article,
            @RequestParam(defaultValue = "") String q, Authentication caller) {
        Caller.mustBe(Role.EDITOR, caller);
        String asked = q.strip();
        return Mono.fromCallable(() -> desk(article, asked.substring(0, Math.min(LONGEST, asked.length()))))
                .subscribeOn(Schedulers.boundedElastic()).map(this::page);
    }

    private RelatedDesk desk(String article, String asked) {
        Optional<Explanation> shown = explain.of(article.isEmpty() ? asked : article, List.of());
        Found found = shown.isPresent() || asked.isEmpty() ? null : search.latest(asked);
        return new RelatedDesk(asked.isEmpty() && shown.isEmpty() ? article : asked, found, shown.orElse(null),
                inService.now().settings().algorithm(), replica.index().size());
    }

    private ResponseEntity<String> page(RelatedDesk desk) {
        StringOutput html = new StringOutput(16_384);
        templates.render("related.jte", Map.of("desk", desk), html);
        boolean missing = desk.shown() == null && desk.found() == null && !desk.asked().isEmpty();
        return ResponseEntity.status(missing ? HttpStatus.NOT_FOUND : HttpStatus.OK).contentType(HTML)
                .header("Cache-Control", "no-store").header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff").body(html.toString());
    }

    private static String hash(String style) {
        try {
            return "sha256-" + Base64.getEncoder().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
