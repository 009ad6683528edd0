package news.kiosque.platform.token;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.web.ErrorResponseException;

/** Who asks, as the token says. */
public final class Caller {

    private Caller() {}

    /** @throws NotAllowed unless the token's role is this one or above it */
    public static void mustBe(Role role, Authentication caller) {
        if (caller.getAuthorities().stream().noneMatch(one -> role.authority().equals(one.getAuthority()))) {
            throw new NotAllowed(role);
        }
    }

    /** The role of the caller does not allow it. */
    static final class NotAllowed extends ErrorResponseException {
        private static final long serialVersionUID = 1;

        NotAllowed(Role needed) {
            super(HttpStatus.FORBIDDEN, ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, "This needs the role "
                    + needed.claim() + (needed == Role.ADMINISTRATOR ? "." : " or a higher one.")), null);
        }
    }
}
