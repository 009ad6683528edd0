package news.kiosque.consent.operator;

import news.kiosque.platform.token.Caller;
import news.kiosque.platform.token.Role;
import org.springframework.security.core.Authentication;
import reactor.core.publisher.Mono;

/** Those who run the suite. */
public final class Administrators {

    private Administrators() {}

    /** Empty for an administrator, an error of 403 for everybody else. */
    public static Mono<Void> only(Authentication who) {
        return Mono.fromRunnable(() -> Caller.mustBe(Role.ADMINISTRATOR, who));
    }
}
