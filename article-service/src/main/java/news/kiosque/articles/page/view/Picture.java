package news.kiosque.articles.page.view;

/**
 * A picture whose place is known before it is there.
 *
 * @param width in pixels
 * @param height in pixels
 * @param alt what somebody who cannot see it should know
 */
public record Picture(String src, int width, int height, String alt) {}
