package news.kiosque.articles.feed;

/** The room's beans, for tests of pages and feeds together. */
public final class FeedsForTests {
    private FeedsForTests() {}

    public static Class<?>[] beans() {
        return new Class<?>[]{Feeds.class, Sitemaps.class, FeedRoutes.class};
    }
}
