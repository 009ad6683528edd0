package news.kiosque.recommendation.index;

import java.time.Instant;

/**
 * All that is compared of one live article.
 *
 * @param language primary subtag, such as {@code fr}
 * @param section path of the section that it is in, such as {@code monde/europe}; may be empty
 * @param text headline, standfirst and body together, stemmed
 * @param names people, places and organisations that it mentions, unstemmed
 */
public record Profile(String id, String edition, String language, String headline, String section, Instant publishedAt,
        TermBag text, TermBag headlineTerms, TermBag standfirstTerms, TermBag names, TermBag tags) {}
