package news.kiosque.recommendation.index;

import java.time.Instant;

/**
 * All that is compared of one live article.
 *
 * @param language primary subtag, such as {@code fr}
 * @param section path of the section that it is in, such as {@code monde/europe}; may be empty
 * @param text headline, standfirst and body together, stemmed
 * @param leadTerms how it begins under its headline: the standfirst and the first of the body
 * @param names people, places and organisations that it mentions, unstemmed
 * @param byline who wrote it
 * @param picks what its editor linked, pinned and banned
 */
public record Profile(String id, String edition, String language, String headline, String section, Instant publishedAt,
        TermBag text, TermBag headlineTerms, TermBag leadTerms, TermBag names, TermBag tags,
        TermBag byline, Picks picks) {}
