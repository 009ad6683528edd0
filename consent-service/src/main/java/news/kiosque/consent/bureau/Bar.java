package news.kiosque.consent.bureau;

/**
 * A bar of a plot.
 *
 * @param share of the longest one, in percent
 */
public record Bar(String name, long times, int share) {}
