package news.kiosque.recommendation.learning;

import news.kiosque.platform.token.Caller;
import news.kiosque.platform.token.Role;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators have this instance learn from what editors linked, and tells what it found. */
@RestController
@RequestMapping("/api/v1/related/learning")
final class LearningApi {
    private final Learning learning;

    LearningApi(Learning learning) {
        this.learning = learning;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Learning.Standing begin(Authentication caller) {
        Caller.mustBe(Role.ADMINISTRATOR, caller);
        return learning.begin();
    }

    @GetMapping
    Learning.Standing standing(Authentication caller) {
        Caller.mustBe(Role.ADMINISTRATOR, caller);
        return learning.standing();
    }
}
