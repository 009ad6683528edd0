package news.kiosque.gateway.login;

import java.net.URI;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** The bureau's door: signing in with a token of {@code ./kiosque token}, what is behind it, and signing out. */
final class BureauDesk {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final String INSIDE = Sessions.PATH + "(/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,99}){1,8}";

    private final EditorTokens tokens;
    private final Sessions sessions;
    private final SameOrigin sameOrigin;

    BureauDesk(EditorTokens tokens, Sessions sessions, SameOrigin sameOrigin) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.sameOrigin = sameOrigin;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().GET("/bureau", this::look).GET("/bureau/", this::look)
                .POST("/bureau/in", this::signIn)
                .POST("/bureau/out", this::signOut).build();
    }

    private Mono<ServerResponse> look(ServerRequest request) {
        return sessions.of(request.exchange().getRequest()).map(BureauPage::inside)
                .defaultIfEmpty(BureauPage.door(wayOn(request.queryParam("to")), false))
                .flatMap(page -> page(HttpStatus.OK, page));
    }

    /** The token is never in an address, so that neither history nor logs keep it. */
    private Mono<ServerResponse> signIn(ServerRequest request) {
        return fromHere(request).then(request.formData()).flatMap(form -> {
            String to = wayOn(Optional.ofNullable(form.getFirst("to")));
            return tokens.login(Optional.ofNullable(form.getFirst("token")).orElse("").strip())
                    .map(login -> sessions.begin(login.editor(), login.until()))
                    .flatMap(cookie -> ServerResponse.seeOther(URI.create(to)).cookie(cookie)
                            .header("Cache-Control", "no-store").build())
                    .onErrorResume(NotSignedIn.class,
                            _ -> page(HttpStatus.UNAUTHORIZED, BureauPage.door(to, true)));
        });
    }

    private Mono<ServerResponse> signOut(ServerRequest request) {
        return fromHere(request).then(Mono.defer(() -> ServerResponse.seeOther(URI.create(Sessions.PATH))
                .cookie(sessions.end()).header("Cache-Control", "no-store").build()));
    }

    private Mono<Void> fromHere(ServerRequest request) {
        return sameOrigin.holds(request.headers().asHttpHeaders())
                ? Mono.empty()
                : Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private static String wayOn(Optional<String> wanted) {
        return wanted.filter(path -> path.matches(INSIDE)).orElse(Sessions.PATH);
    }

    private static Mono<ServerResponse> page(HttpStatus status, String html) {
        return ServerResponse.status(status).contentType(HTML).header("Cache-Control", "no-store")
                .header("Content-Security-Policy", BureauPage.POLICY).header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "same-origin").bodyValue(html);
    }
}
