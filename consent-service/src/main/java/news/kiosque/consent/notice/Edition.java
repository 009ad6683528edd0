package news.kiosque.consent.notice;

import java.time.Instant;

/**
 * A notice that an administrator has published; it never changes.
 *
 * @param number one more than that of the edition before
 * @param material whether every reader was asked again
 * @param publishedBy as the administrator's token says
 */
public record Edition(long number, Notice notice, boolean material, Instant publishedAt, String publishedBy) {}
