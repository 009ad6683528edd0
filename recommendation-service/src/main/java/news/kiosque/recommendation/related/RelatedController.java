package news.kiosque.recommendation.related;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import news.kiosque.events.RelatedComputed.Reason;
import news.kiosque.recommendation.explain.ExplainList;
import news.kiosque.recommendation.explain.Explanation;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.LuceneIndex;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.intake.Replica;
import news.kiosque.recommendation.setting.InService;
import news.kiosque.recommendation.similarity.Match;
import news.kiosque.recommendation.similarity.RelatedList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Shows operators what a list would be now and why, and how this instance stands. */
@RestController
final class RelatedController {
    private final Replica replica;
    private final KnownLists known;
    private final InService similarity;
    private final ExplainList explanations;
    private final InstantSource clock;

    RelatedController(Replica replica, KnownLists known, InService similarity, ExplainList explanations,
            InstantSource clock) {
        this.replica = replica;
        this.known = known;
        this.similarity = similarity;
        this.explanations = explanations;
        this.clock = clock;
    }

    /**
     * A list as this instance would compute it now, beside what was sent last.
     *
     * @param sent what readers are shown
     * @param explanation with explain: all that led to it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListAnswer(String articleId, String headline, Instant publishedAt, String algorithm, List<ItemAnswer> items,
            List<String> sent, @Nullable Explanation explanation) {}

    record ItemAnswer(String articleId, String headline, Instant publishedAt, double score, List<Reason> reasons) {

        static ItemAnswer of(Match match) {
            return new ItemAnswer(match.articleId(), match.headline(), match.publishedAt(), match.score(),
                    match.reasons());
        }
    }

    /**
     * @param articles live ones by language
     * @param lists how many are known from the topic
     * @param position by partition of {@code kiosque.article}, the offset up to which articles can be found
     */
    record IndexAnswer(String algorithm, boolean caughtUp, Map<String, Integer> articles, int lists,
            Map<Integer, Long> position) {}

    @GetMapping("/internal/related/{articleId}")
    Mono<ListAnswer> list(@PathVariable String articleId, @RequestParam(defaultValue = "false") boolean explain) {
        return Mono.fromCallable(() -> answer(articleId, explain)).subscribeOn(Schedulers.boundedElastic());
    }

    @GetMapping("/internal/index")
    IndexAnswer index() {
        LuceneIndex index = replica.index();
        Map<String, Integer> articles = new TreeMap<>();
        index.statistics().forEach((language, statistics) -> articles.put(language, statistics.articles()));
        return new IndexAnswer(similarity.now().settings().algorithm(), replica.isCaughtUp(), articles, known.size(),
                new TreeMap<>(index.visible().next()));
    }

    private ListAnswer answer(String articleId, boolean explain) {
        try (CandidateIndex.View view = replica.index().open()) {
            Profile article = view.find(articleId)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
                            "No live article has this id here; a draft or a withdrawn one has no list."));
            RelatedList list = similarity.now().of(article, view, clock.instant());
            List<String> sent = known.of(articleId).items();
            return new ListAnswer(articleId, article.headline(), article.publishedAt(),
                    similarity.now().settings().algorithm(), list.items().stream().map(ItemAnswer::of).toList(),
                    sent,
                    explain ? explanations.of(articleId, sent).orElse(null) : null);
        }
    }
}
