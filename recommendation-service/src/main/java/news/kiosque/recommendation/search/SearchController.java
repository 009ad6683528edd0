package news.kiosque.recommendation.search;

import java.util.Map;
import java.util.concurrent.Semaphore;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Answers what readers look for, so many at a time that the lists do not wait for it. */
@RestController
final class SearchController {
    private static final int AT_ONCE = 8;

    private final SearchArticles articles;
    private final Semaphore places = new Semaphore(AT_ONCE);

    SearchController(SearchArticles articles) {
        this.articles = articles;
    }

    @GetMapping("/internal/search")
    Mono<Found> search(@RequestParam Map<String, String> given) {
        Wanted wanted = SearchParameters.read(given);
        return Mono.defer(() -> places.tryAcquire()
                ? Mono.fromCallable(() -> articles.find(wanted)).subscribeOn(Schedulers.boundedElastic())
                        .doFinally(_ -> places.release())
                : Mono.error(new TooMuchAtOnce()));
    }
}
