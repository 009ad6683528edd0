package news.kiosque.consent.draft;

import org.jspecify.annotations.Nullable;

/**
 * One difference between two notices.
 *
 * @param where such as {@code advertising, cookie kad of site}
 * @param before null for what is new
 * @param after null for what is gone
 * @param material whether readers agreed to less than this: they have to be asked again
 */
public record Change(String where, @Nullable String before, @Nullable String after, boolean material) {}
