package news.kiosque.articles.page.view;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The page of one article.
 *
 * @param words in the language of the article
 * @param trail from the home page down to its section
 * @param label what its media are, such as {@code VIDÉO}; empty for none
 * @param modified null when nothing has changed since it was published
 * @param readingTime how long it takes to read, in words
 * @param readAlso picked by its editor
 * @param related computed
 */
public record ArticlePage(Frame frame, Head head, Words words, List<Link> trail, String headline, String label,
        String standfirst, List<Link> authors, Moment published, @Nullable Moment modified, String readingTime,
        List<Part> body, List<Note> corrections, List<Link> tags, List<Teaser> readAlso, List<Teaser> related) {

    /** What was mended and when. */
    public record Note(String text, Moment at) {}

    /** What stands before this author in the byline: {@code A, B et C}. */
    public String separator(int index) {
        if (index == 0) {
            return "";
        }
        return index == authors.size() - 1 ? " " + words.and() + " " : ", ";
    }

    public boolean hasPlayer() {
        return body.stream().anyMatch(part -> part instanceof Part.Video video && video.embed() != null);
    }
}
