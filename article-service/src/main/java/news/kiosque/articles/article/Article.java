package news.kiosque.articles.article;

import java.time.Instant;
import java.util.List;

import news.kiosque.articles.edition.Edition;
import news.kiosque.events.Order;
import org.jspecify.annotations.Nullable;

/**
 * An article: the working copy that its editors change, and the live version that the public reads.
 *
 * @param rev rises with each editorial change, for If-Match; from 1
 * @param live what the public may read now; null unless the state is {@link State#LIVE}
 * @param url the path of its page since it was first published, such as {@code /monde/titre}
 * @param modifiedAt when the live version became live
 * @param order of the newest event about it on the topic of articles
 */
public record Article(String id, Edition edition, long rev, State state, Content draft, @Nullable Content live,
        @Nullable String url, Instant createdAt, Instant savedAt, @Nullable Instant publishedAt,
        @Nullable Instant modifiedAt, List<Correction> corrections, @Nullable Withdrawal withdrawal, Order order,
        Related related) {

    /** Where an article stands before the public. */
    public enum State {
        DRAFT, LIVE, WITHDRAWN
    }

    public boolean isLive() {
        return state == State.LIVE;
    }
}
