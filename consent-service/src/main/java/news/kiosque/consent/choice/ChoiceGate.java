package news.kiosque.consent.choice;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** What every request must pass that would change what is on record. */
@Component
class ChoiceGate {
    private final SameSite sameSite;
    private final Pace pace;

    ChoiceGate(SameSite sameSite, Pace pace) {
        this.sameSite = sameSite;
        this.pace = pace;
    }

    /** @throws Refused when another site has sent it, or when it comes too soon after others */
    void check(ServerHttpRequest request) {
        sameSite.check(request.getHeaders());
        pace.check(request);
    }
}
