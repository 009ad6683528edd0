package news.kiosque.events;

import java.time.Instant;

/**
 * The list of an older article should be computed anew, because a newer one may belong in it.
 *
 * @param articleId the older article, whose list it is
 * @param cause the article whose change makes it outdated
 */
public record RelatedOutdated(String articleId, String cause, Instant at) implements RelatedEvent {}
