package news.kiosque.gateway.edge;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** An error as its reader can use it: a problem document (RFC 9457) for programs, a page of the house for people. */
public record ErrorBody(String contentType, String contentSecurityPolicy, byte[] bytes) {
    private static final String STYLE = """
            :root{color-scheme:light dark}body{margin:0 auto;max-width:36rem;padding:12vh 1.25rem;\
            font:1.125rem/1.55 Georgia,'Times New Roman',serif}p.nom{font-size:1.5rem;font-weight:700;\
            letter-spacing:.02em;border-bottom:3px double;padding-bottom:.5rem;margin:0 0 2rem}\
            h1{font-size:1.75rem;line-height:1.2;margin:0 0 .75rem}a{color:inherit}""";
    private static final String PAGE_POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'self'; style-src '"
            + ContentHash.sha256(STYLE) + "'";
    private static final String PROBLEM_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /**
     * The body of an error at this path.
     *
     * @param accept what the client says it takes, if it does
     */
    public static ErrorBody of(String path, @Nullable String accept, int status, String title, String detail) {
        return isForPrograms(path, accept) ? problem(path, status, title, detail) : page(path, status);
    }

    private static boolean isForPrograms(String path, @Nullable String accept) {
        boolean wantsJson = accept != null && accept.contains("json") && !accept.contains("text/html");
        return wantsJson || path.startsWith("/api/") || path.equals("/api");
    }

    private static ErrorBody problem(String path, int status, String title, String detail) {
        String json = "{\"type\":\"about:blank\",\"title\":" + quoted(title) + ",\"status\":" + status + ",\"detail\":"
                + quoted(detail) + ",\"instance\":" + quoted(path) + "}";
        return new ErrorBody("application/problem+json", PROBLEM_POLICY, json.getBytes(StandardCharsets.UTF_8));
    }

    private static ErrorBody page(String path, int status) {
        boolean english = path.startsWith("/en/") || path.equals("/en") || path.startsWith("/bureau/");
        ErrorWords words = ErrorWords.of(status, english);
        String html = """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <p class="nom"><a href="%s">Kiosque</a></p>
                <main>
                <h1>%s</h1>
                <p>%s</p>
                </main>
                </body>
                </html>
                """.formatted(english ? "en" : "fr", HtmlUtils.htmlEscape(words.heading(), "UTF-8"), STYLE,
                english ? "/en/" : "/", HtmlUtils.htmlEscape(words.heading(), "UTF-8"),
                HtmlUtils.htmlEscape(words.advice(), "UTF-8"));
        return new ErrorBody("text/html;charset=utf-8", PAGE_POLICY, html.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 8).append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < 0x20 || character > 0x7e) {
                json.append("\\u%04x".formatted((int) character));
            } else {
                json.append(character);
            }
        }
        return json.append('"').toString();
    }
}
