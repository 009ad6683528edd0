package news.kiosque.articles.page.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** What stands within every page as it is, so that a page is one request. */
public final class Inline implements Content {
    /** The style of all pages. */
    public static final Inline STYLE = new Inline(read("/static/assets/kiosque.css"));
    /** Runs what waited for its reader's agreement, once there is one. */
    public static final Inline PURPOSES = new Inline(read("/static/assets/purposes.js"));
    /** Where the gateway puts the consent notice. */
    public static final Inline NOTICE_SLOT = new Inline("<!--kiosque:notice--><!--/kiosque:notice-->");

    private final byte[] bytes;

    private Inline(String text) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeBinaryContent(bytes);
    }

    /** As a Content-Security-Policy names it: {@code 'sha256-…'}. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Without comments and indentation. */
    private static String read(String resource) {
        try (InputStream stream = Objects.requireNonNull(Inline.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?s)/\\*.*?\\*/", "")
                    .replaceAll("\\s*\\n\\s*", "\n").replaceAll("\\s*([{}])\\s*", "$1").strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
