package news.kiosque.events;

import java.time.Instant;

/**
 * An article may not be read any more; nothing of its content is left in the event.
 *
 * @param url the path at which its page was, such as {@code /monde/titre}
 */
public record ArticleWithdrawn(Order order, String articleId, String edition, String url, Instant withdrawnAt)
        implements
            ArticleEvent {}
