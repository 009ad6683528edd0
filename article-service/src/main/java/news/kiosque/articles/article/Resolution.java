package news.kiosque.articles.article;

import java.time.Instant;

import news.kiosque.articles.edition.Edition;

/** What is at the path of an article's page. */
public sealed interface Resolution {

    /** The page of this article. */
    record Here(Article article) implements Resolution {}

    /** An address that it had before; it is at {@code url} now. */
    record Moved(String url) implements Resolution {}

    /** It was taken away. */
    record Gone(Edition edition, Instant at) implements Resolution {}
}
