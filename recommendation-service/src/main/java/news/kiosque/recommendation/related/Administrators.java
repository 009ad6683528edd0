package news.kiosque.recommendation.related;

import news.kiosque.platform.token.Role;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ResponseStatusException;

/** Who may set all lists going. */
final class Administrators {

    private Administrators() {}

    /** @throws ResponseStatusException 403 for anybody else */
    static void only(Authentication caller) {
        String needed = "ROLE_" + Role.ADMINISTRATOR;
        if (caller.getAuthorities().stream().noneMatch(one -> needed.equals(one.getAuthority()))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN,
                    "This needs the role " + Role.ADMINISTRATOR.claim() + ".");
        }
    }
}
