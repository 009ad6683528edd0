package news.kiosque.articles.article;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where an article came from that was published elsewhere.
 *
 * @param source the archive's name
 * @param id its id there
 * @param digest of what the archive said of it, by which the same is known again
 * @param asWritten what its archive wrote in a form that Kiosque does not keep, by the names of the archive's fields
 */
public record Origin(String source, String id, String digest, Map<String, @Nullable Object> asWritten) {}
