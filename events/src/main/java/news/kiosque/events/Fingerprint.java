package news.kiosque.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A few letters that tell whether two services mean the same by a key, without either showing the other all of it. */
public final class Fingerprint {
    private static final int BYTES = 8;

    private Fingerprint() {}

    /** Of what readers see of an article; a section counts by its path, since its name changes without the article. */
    public static String of(PublicArticle article) {
        List<String> sections = article.sections().stream().map(PublicArticle.Section::path).toList();
        return of(List.of(article.id(), article.edition(), article.language(), article.url(), article.headline(),
                article.standfirst(), sections, article.authors(), article.tags(), article.body(), article.readAlso(),
                article.corrections(), String.valueOf(article.related()), article.publishedAt(), article.modifiedAt()));
    }

    /** Of a list of related articles: which they are and in which order. */
    public static String ofList(List<String> articleIds) {
        return of(articleIds);
    }

    private static String of(List<?> parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(parts.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
