package news.kiosque.gateway.login;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.stream.Collectors;

import news.kiosque.gateway.edge.ContentHash;
import org.springframework.web.util.HtmlUtils;

/** The bureau's own two pages: the door, and what is behind it. */
final class BureauPage {
    private static final String STYLE = """
            :root{color-scheme:light dark;--paper:#fffdf8;--ink:#1b1a18;--soft:#5b5750;--accent:#9d1c20}\
            @media (prefers-color-scheme:dark){:root{--paper:#151517;--ink:#e8e4db;--soft:#a8a298;--accent:#ff9c92}}\
            body{margin:0 auto;max-width:36rem;padding:8vh 1.25rem;background:var(--paper);color:var(--ink);\
            font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}\
            header{border-bottom:3px double;padding-bottom:.5rem;margin-bottom:2rem}\
            header p{margin:0;font:700 1.5rem Georgia,serif}h1{font:700 1.9rem/1.2 Georgia,serif;margin:0 0 .75rem}\
            a{color:inherit;text-underline-offset:.18em}code{font-size:.9375em}\
            label{display:block;font-weight:600;margin-top:1.5rem}\
            textarea{box-sizing:border-box;width:100%;height:7rem;margin:.3rem 0 1rem;padding:.6rem;font:.875rem/1.4 monospace;\
            background:inherit;color:inherit;border:2px solid;border-radius:2px}\
            button{min-height:2.75rem;padding:.5rem 1.4rem;border:2px solid var(--ink);border-radius:2px;\
            background:var(--ink);color:var(--paper);font:inherit;font-weight:600;cursor:pointer}\
            :focus-visible{outline:3px solid var(--accent);outline-offset:3px}\
            ul{list-style:none;padding:0;margin:1.5rem 0 2.5rem}li{padding:.9rem 0;border-bottom:1px solid}\
            li a{font-weight:600;font-size:1.1875rem}li span{display:block}.soft{color:var(--soft)}\
            .note{padding:.7rem 1rem;border-left:4px solid var(--accent)}""";
    static final String POLICY = "default-src 'none'; style-src '" + ContentHash.sha256(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private BureauPage() {}

    /**
     * Where a token is shown.
     *
     * @param to a path of the bureau's, where to go on
     */
    static String door(String to, boolean refused) {
        return page("Sign in",
                """
                        <h1>Sign in</h1>
                        %s<p>Paste a token that <code>./kiosque token --role administrator</code> has printed.</p>
                        <form method="post" action="/bureau/in">
                        <input type="hidden" name="to" value="%s">
                        <label for="token">Token</label>
                        <textarea id="token" name="token" required autocomplete="off" autocapitalize="off" spellcheck="false"></textarea>
                        <button>Sign in</button>
                        </form>
                        <p class="soft">You are signed in until the token expires, ten hours at most.</p>
                        """
                        .formatted(refused
                                ? "<p class=\"note\" role=\"alert\">This token has expired or is not of this suite: get a new one.</p>\n"
                                : "", HtmlUtils.htmlEscape(to, "UTF-8")));
    }

    static String inside(Session session) {
        Editor editor = session.editor();
        String rooms = Arrays.stream(BureauRoom.values()).map(room -> room.isOpenTo(editor)
                ? "<li><a href=\"%s\">%s</a><span>%s</span></li>%n".formatted(room.path(), room.title(), room.text())
                : "<li>%s<span class=\"soft\">Needs the role %s.</span></li>%n".formatted(room.title(), room.needs()))
                .collect(Collectors.joining());
        String until = DateTimeFormatter.ofPattern("d MMMM, HH:mm 'UTC'").withZone(ZoneOffset.UTC)
                .format(session.until());
        return page("Bureau", """
                <h1>Bureau</h1>
                <p>Signed in as %s, %s, until %s.</p>
                <ul>
                %s</ul>
                <form method="post" action="/bureau/out"><button>Sign out</button></form>
                """.formatted(HtmlUtils.htmlEscape(editor.name(), "UTF-8"), editor.role(), until, rooms));
    }

    private static String page(String title, String content) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>%s – Kiosque</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <style>%s</style>
                </head>
                <body>
                <header><p><a href="/">Kiosque</a></p></header>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(title, STYLE, content);
    }
}
