package news.kiosque.recommendation.similarity;

import java.util.List;

/**
 * The list of one article.
 *
 * @param items what readers are shown, best first
 * @param matches all that are like it, best first, shown or not
 * @param faint what was compared and is too little like it to be shown, best first
 * @param suppressed those that would have been shown but repeat another one
 */
public record RelatedList(List<Match> items, List<Match> matches, List<Match> faint, List<Suppressed> suppressed) {
    public static final RelatedList EMPTY = new RelatedList(List.of(), List.of(), List.of(), List.of());

    /** @param duplicateOf the article that says nearly the same */
    public record Suppressed(Match match, String duplicateOf) {}
}
