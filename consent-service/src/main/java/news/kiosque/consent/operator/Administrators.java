package news.kiosque.consent.operator;

import news.kiosque.platform.token.Role;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Those who run the suite. */
public final class Administrators {
    private static final String AUTHORITY = "ROLE_" + Role.ADMINISTRATOR.name();

    private Administrators() {}

    /** Empty for an administrator, an error of 403 for everybody else. */
    public static Mono<Void> only(Authentication who) {
        return who.getAuthorities().stream().anyMatch(authority -> AUTHORITY.equals(authority.getAuthority()))
                ? Mono.empty()
                : Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN, "This needs the role administrator."));
    }
}
