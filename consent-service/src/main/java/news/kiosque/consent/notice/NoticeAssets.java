package news.kiosque.consent.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

import org.springframework.stereotype.Component;

/** The notice's style and script, under names that change with their content. */
@Component
public class NoticeAssets {
    static final String PATH = "/choix/assets/";
    private static final int HASH_CHARACTERS = 12;

    private final byte[] style = read("/notice/notice.css");
    private final byte[] script = read("/notice/notice.js");
    private final byte[] pageStyle = read("/notice/choices.css");
    private final byte[] bureauStyle = read("/notice/bureau.css");

    public String stylePath() {
        return PATH + "notice." + hash(style) + ".css";
    }

    public String scriptPath() {
        return PATH + "notice." + hash(script) + ".js";
    }

    /** {@code sha256-…}, by which browsers know that it is the script that the notice was published with. */
    public String scriptHash() {
        return "sha256-" + Base64.getEncoder().encodeToString(digest(script));
    }

    public String pageStylePath() {
        return PATH + "choices." + hash(pageStyle) + ".css";
    }

    public String bureauStylePath() {
        return PATH + "bureau." + hash(bureauStyle) + ".css";
    }

    byte[] style() {
        return style.clone();
    }

    byte[] script() {
        return script.clone();
    }

    byte[] pageStyle() {
        return pageStyle.clone();
    }

    byte[] bureauStyle() {
        return bureauStyle.clone();
    }

    private static String hash(byte[] content) {
        return HexFormat.of().formatHex(digest(content)).substring(0, HASH_CHARACTERS);
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] read(String path) {
        try (InputStream in = NoticeAssets.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
