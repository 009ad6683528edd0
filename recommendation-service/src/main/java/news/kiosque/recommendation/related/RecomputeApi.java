package news.kiosque.recommendation.related;

import news.kiosque.platform.token.Caller;
import news.kiosque.platform.token.Role;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Has all lists computed anew, and tells how far that and the rest of the work is. */
@RestController
final class RecomputeApi {
    private final Recompute recompute;
    private final WorkStatus status;

    RecomputeApi(Recompute recompute, WorkStatus status) {
        this.recompute = recompute;
        this.status = status;
    }

    /** @param lists how many will be computed, by all instances together */
    record Asked(int lists) {}

    @PostMapping("/api/v1/related/recompute")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Asked> recompute(Authentication caller) {
        Caller.mustBe(Role.ADMINISTRATOR, caller);
        return Mono.fromCallable(() -> new Asked(recompute.all())).subscribeOn(Schedulers.boundedElastic());
    }

    @GetMapping("/api/v1/related/status")
    Mono<WorkStatus.Answer> status() {
        return Mono.fromCallable(status::now).subscribeOn(Schedulers.boundedElastic());
    }
}
