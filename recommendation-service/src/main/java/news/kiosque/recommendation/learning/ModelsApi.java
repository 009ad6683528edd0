package news.kiosque.recommendation.learning;

import java.util.Locale;

import news.kiosque.platform.token.Caller;
import news.kiosque.platform.token.Role;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Lets administrators compare another model with the one in service, and put it into service. */
@RestController
@RequestMapping("/api/v1/related/models")
final class ModelsApi {
    private final Models models;

    ModelsApi(Models models) {
        this.models = models;
    }

    @GetMapping
    Models.Standing standing(Authentication caller) {
        Caller.mustBe(Role.ADMINISTRATOR, caller);
        return models.standing();
    }

    /** @param with {@code learned}, {@code previous} or {@code shipped} */
    @GetMapping("/comparison")
    Mono<ModelComparison.Outcome> compare(@RequestParam(defaultValue = "learned") String with, Authentication caller) {
        Caller.mustBe(Role.ADMINISTRATOR, caller);
        Models.Which which = which(with);
        return Mono.fromCallable(() -> models.compare(which)).subscribeOn(Schedulers.boundedElastic());
    }

    /** Puts it into service on all instances; lists follow, newest first. @param to as above */
    @PostMapping("/switch")
    Mono<Models.Standing> change(@RequestParam(defaultValue = "learned") String to, Authentication caller) {
        Caller.mustBe(Role.ADMINISTRATOR, caller);
        Models.Which which = which(to);
        return Mono.fromCallable(() -> {
            models.switchTo(which, caller.getName());
            return models.standing();
        }).subscribeOn(Schedulers.boundedElastic());
    }

    private static Models.Which which(String name) {
        for (Models.Which which : Models.Which.values()) {
            if (which.name().toLowerCase(Locale.ROOT).equals(name)) {
                return which;
            }
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
                "The model must be learned, previous or shipped, not what was given.");
    }
}
