package news.kiosque.articles.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import news.kiosque.articles.author.Author;
import news.kiosque.articles.tag.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What an editor writes of an article.
 *
 * @param section path of the section it is in, such as {@code monde/europe}
 * @param standfirst the lead under the headline; may be empty
 * @param language BCP 47 tag
 * @param slug last part of the address, where the editor chose it
 * @param notBefore the embargo: it cannot be published earlier
 * @param related what was decided of its list of related articles; null when nothing
 */
public record Content(String section, String headline, String standfirst, String language, List<Author> authors,
        List<Tag> tags, List<Block> body, @Nullable String slug, @Nullable Instant notBefore,
        @Nullable RelatedChoice related) {

    /** Without an embargo and a say in what is related. */
    public Content(String section, String headline, String standfirst, String language, List<Author> authors,
            List<Tag> tags, List<Block> body, @Nullable String slug) {
        this(section, headline, standfirst, language, authors, tags, body, slug, null, null);
    }

    /** Ids of the articles that its editor picked, in order, each once. */
    public List<String> readAlso() {
        return blocks(Block.ReadAlso.class).flatMap(block -> block.articles().stream()).distinct().toList();
    }

    public Optional<Block.Image> firstImage() {
        return blocks(Block.Image.class).findFirst();
    }

    public boolean hasVideo() {
        return blocks(Block.Video.class).findFirst().isPresent();
    }

    private <B extends Block> Stream<B> blocks(Class<B> type) {
        return body.stream().filter(type::isInstance).map(type::cast);
    }
}
