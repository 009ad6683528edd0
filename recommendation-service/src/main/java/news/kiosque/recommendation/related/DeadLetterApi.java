package news.kiosque.recommendation.related;

import java.util.List;

import news.kiosque.platform.kafka.DeadLetter;
import news.kiosque.platform.kafka.DeadLetterReplay;
import news.kiosque.platform.token.Caller;
import news.kiosque.platform.token.Role;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Shows administrators which records this service could not work off, and tries them again. */
@RestController
@RequestMapping("/api/v1/related/dead-letters/{topic}")
final class DeadLetterApi {
    private final DeadLetterReplay replay;
    private final ReplayedWork work;

    DeadLetterApi(DeadLetterReplay replay, ReplayedWork work) {
        this.replay = replay;
        this.work = work;
    }

    @GetMapping
    Mono<List<DeadLetter>> letters(@PathVariable String topic, Authentication caller) {
        check(topic, caller);
        return Mono.fromCallable(() -> replay.latest(topic)).subscribeOn(Schedulers.boundedElastic());
    }

    @PostMapping("/replay")
    Mono<DeadLetterReplay.Outcome> replay(@PathVariable String topic, Authentication caller) {
        check(topic, caller);
        return Mono.fromCallable(() -> replay.replay(topic, work::take)).subscribeOn(Schedulers.boundedElastic());
    }

    private static void check(String topic, Authentication caller) {
        Caller.mustBe(Role.ADMINISTRATOR, caller);
        if (!Lane.topics().contains(topic)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND,
                    "This service works off " + String.join(", ", Lane.topics()) + ".");
        }
    }
}
