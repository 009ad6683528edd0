package news.kiosque.articles.article;

import java.time.Instant;

/**
 * Why and when an article was taken away from its readers.
 *
 * @param killed whether it may never be published again
 */
public record Withdrawal(String reason, boolean killed, Instant at) {}
