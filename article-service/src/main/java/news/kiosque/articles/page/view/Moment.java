package news.kiosque.articles.page.view;

/**
 * A point in time as readers see it.
 *
 * @param datetime ISO 8601 with the newsroom's offset, for machines
 * @param text in words, in the newsroom's zone, such as {@code 23 novembre 2026 à 10 h 05}
 */
public record Moment(String datetime, String text) {}
