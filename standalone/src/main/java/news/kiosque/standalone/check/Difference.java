package news.kiosque.standalone.check;

/**
 * Two parts of the suite that do not agree.
 *
 * @param between the part that is not as it should be: {@code kiosque.article}, {@code index}, …
 * @param article its id, or the address of a page that should not be listed
 */
public record Difference(String between, String article, String what) {}
