package news.kiosque.events;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that the public may read of one article now.
 *
 * @param edition the edition it appears in: {@code fr} or {@code en}
 * @param language BCP 47 tag of the language it is written in
 * @param url the path of its page, such as {@code /monde/titre} or {@code /en/world/title}
 * @param sections from the top section down to the one that the article is in; at least one
 * @param publishedAt when it was first published, which for an imported article may be years ago
 * @param modifiedAt when this version became live
 * @param readAlso ids of the articles that its editor picked, in order
 * @param related what its editor decided of its list of related articles; absent when nothing
 */
public record PublicArticle(String id, String edition, String language, String url, String headline, String standfirst,
        List<Section> sections, List<Author> authors, List<Tag> tags, List<Block> body, List<String> readAlso,
        List<Correction> corrections, @Nullable RelatedChoice related, Instant publishedAt, Instant modifiedAt) {

    /** A section on the way to the article; {@code path} is such as {@code monde/europe}. */
    public record Section(String path, String name) {}

    public record Author(String slug, String name) {}

    public record Tag(String slug, String name) {}

    /**
     * The editor's say in the computed list, by ids of articles.
     *
     * @param pinned to stand first, in this order
     * @param banned never to stand there
     */
    public record RelatedChoice(List<String> pinned, List<String> banned) {}

    /** What was mended and when, as told to the readers. */
    public record Correction(String note, Instant at) {}
}
