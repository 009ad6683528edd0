package news.kiosque.gateway.login;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The request needs a token and has none that is valid now. */
final class NotSignedIn extends ResponseStatusException {
    private static final long serialVersionUID = 1;

    private final String challenge;

    private NotSignedIn(String challenge, String advice) {
        super(HttpStatus.UNAUTHORIZED, advice);
        this.challenge = challenge;
    }

    static NotSignedIn withoutToken() {
        return new NotSignedIn("Bearer realm=\"kiosque\"",
                "This needs a token: send one as 'Authorization: Bearer …'.");
    }

    static NotSignedIn withInvalidToken() {
        return new NotSignedIn("Bearer realm=\"kiosque\", error=\"invalid_token\"",
                "This token is expired or not of this suite: get a new one.");
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, challenge);
        return headers;
    }
}
