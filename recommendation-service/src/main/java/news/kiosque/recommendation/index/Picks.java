package news.kiosque.recommendation.index;

import java.util.List;

import news.kiosque.events.PublicArticle;

/**
 * What an article's editor said about other articles, each by its id and in the editor's order.
 *
 * @param readAlso linked by hand in the article: what learning takes for right
 * @param pinned to stand at the top of its list
 * @param banned never to stand on its list
 */
public record Picks(List<String> readAlso, List<String> pinned, List<String> banned) {
    public static final Picks NONE = new Picks(List.of(), List.of(), List.of());

    static Picks of(PublicArticle article) {
        PublicArticle.RelatedChoice choice = article.related();
        return choice == null
                ? new Picks(article.readAlso(), List.of(), List.of())
                : new Picks(article.readAlso(), choice.pinned(), choice.banned());
    }
}
