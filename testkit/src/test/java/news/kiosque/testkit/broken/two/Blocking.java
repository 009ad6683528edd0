package news.kiosque.testkit.broken.two;

import news.kiosque.testkit.broken.one.ArticleManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Breaks the rules on blocking, on swallowed errors and on cycles. */
public class Blocking {
    ArticleManager other;

    String waitForIt(Mono<String> later) {
        return later.block();
    }

    Flux<String> swallow(Flux<String> stream) {
        return stream.onErrorContinue((error, item) -> {});
    }
}
