package news.kiosque.consent.draft;

import java.time.Instant;

/**
 * The notice that is being written.
 *
 * @param rev raised each time it is saved
 * @param savedBy as the administrator's token says
 */
public record Draft(long rev, Wording wording, Instant savedAt, String savedBy) {}
