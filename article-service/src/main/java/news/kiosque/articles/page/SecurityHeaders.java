package news.kiosque.articles.page;

import news.kiosque.articles.page.view.Inline;
import org.springframework.http.HttpHeaders;

/** What a browser may do with a page: nothing from elsewhere but the players of videos. */
final class SecurityHeaders {
    static final String POLICY_NAME = "Content-Security-Policy";
    private static final String POLICY = String.join("; ", "default-src 'none'",
            "style-src 'self' " + Inline.STYLE.hash(), "script-src 'self' " + Inline.PURPOSES.hash(), "img-src 'self'",
            "connect-src 'self'", "frame-src " + String.join(" ", EmbeddedVideo.origins()), "form-action 'self'",
            "base-uri 'none'", "frame-ancestors 'self'");

    private SecurityHeaders() {}

    static void add(HttpHeaders headers) {
        headers.set(POLICY_NAME, POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
    }
}
