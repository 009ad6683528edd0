package news.kiosque.standalone.check;

import java.time.Instant;
import java.util.List;

import news.kiosque.events.Order;
import org.jspecify.annotations.Nullable;

/** What each part of the suite knows of one article; a part that has never heard of it leaves its trace out. */
final class Traces {
    @Nullable
    Stored stored;
    @Nullable
    Told told;
    @Nullable
    Indexed indexed;
    @Nullable
    Listed listed;

    /** In the store of article-service. */
    record Stored(String edition, State state, @Nullable String url, @Nullable Instant publishedAt, Order order,
            @Nullable String fingerprint, boolean waiting, @Nullable Kept related) {

        boolean isLive() {
            return state == State.live;
        }
    }

    enum State {
        draft, live, withdrawn
    }

    /** The list that the store keeps with an article. */
    record Kept(Order order, String fingerprint) {}

    /** The last record on {@code kiosque.article}; a fingerprint when it is live. */
    record Told(Order order, @Nullable String fingerprint) {

        boolean isLive() {
            return fingerprint != null;
        }
    }

    /** In the index of the recommendation-service. */
    record Indexed(boolean live, Order order) {}

    /** The last record on {@code kiosque.related}. */
    record Listed(Order order, String fingerprint, List<String> items) {}
}
