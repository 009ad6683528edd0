package news.kiosque.articles.related;

import java.util.List;

import news.kiosque.events.Topics;
import news.kiosque.platform.kafka.DeadLetter;
import news.kiosque.platform.kafka.DeadLetterReplay;
import news.kiosque.platform.token.Caller;
import news.kiosque.platform.token.Role;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Shows administrators which lists of related articles could not be kept, and tries them again. */
@RestController
@RequestMapping("/api/v1/dead-letters/" + Topics.RELATED)
final class DeadLetterApi {
    private final DeadLetterReplay replay;
    private final RelatedListener related;

    DeadLetterApi(DeadLetterReplay replay, RelatedListener related) {
        this.replay = replay;
        this.related = related;
    }

    @GetMapping
    Mono<List<DeadLetter>> letters(Authentication caller) {
        Caller.mustBe(Role.ADMINISTRATOR, caller);
        return Mono.fromCallable(() -> replay.latest(Topics.RELATED)).subscribeOn(Schedulers.boundedElastic());
    }

    @PostMapping("/replay")
    Mono<DeadLetterReplay.Outcome> replay(Authentication caller) {
        Caller.mustBe(Role.ADMINISTRATOR, caller);
        return Mono.fromCallable(() -> replay.replay(Topics.RELATED, related::on))
                .subscribeOn(Schedulers.boundedElastic());
    }
}
