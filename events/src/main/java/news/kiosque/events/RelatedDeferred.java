package news.kiosque.events;

import java.time.Instant;

/**
 * The list of an article is to be computed when nothing more urgent is left to do: the article came from an archive, or
 * all lists are computed anew.
 *
 * @param cause what asks for it: {@code new} for the article itself, after which others may have to name it;
 *        {@code recompute} for all lists; else the id of the article whose change makes it outdated
 */
public record RelatedDeferred(String articleId, String cause, Instant at) implements RelatedEvent {
    public static final String NEW = "new";
    public static final String RECOMPUTE = "recompute";
}
