package news.kiosque.articles.article;

import java.time.Instant;

import news.kiosque.articles.edition.Edition;

/**
 * An article as an archive has it.
 *
 * @param id its id here, always the same for the same origin
 * @param publishedAt when it was published there
 */
public record ArchivedArticle(String id, Edition edition, Content content, Instant publishedAt, Origin origin) {}
