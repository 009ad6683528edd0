package news.kiosque.articles.article;

import java.time.Instant;
import java.time.YearMonth;

/**
 * What an edition published in a month of universal time and has live now.
 *
 * @param modifiedAt when one of them last changed
 */
public record Month(YearMonth name, long articles, Instant modifiedAt) {}
