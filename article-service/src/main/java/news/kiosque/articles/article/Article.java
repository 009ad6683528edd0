package news.kiosque.articles.article;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import news.kiosque.articles.edition.Edition;
import news.kiosque.events.Order;
import org.jspecify.annotations.Nullable;

/**
 * An article: the working copy that its editors change, and the live version that the public reads.
 *
 * @param rev rises with each editorial change, for If-Match; from 1
 * @param live what the public may read now; null unless the state is {@link State#LIVE}
 * @param release how the live version became that; null where there is none
 * @param url the path of its page since it was first published, such as {@code /monde/titre}
 * @param modifiedAt when the live version became live
 * @param order of the newest event about it on the topic of articles
 */
public record Article(String id, Edition edition, long rev, State state, Content draft, @Nullable Content live,
        @Nullable Release release, @Nullable String url, Instant createdAt, Instant savedAt,
        @Nullable Instant publishedAt,
        @Nullable Instant modifiedAt, List<Correction> corrections, @Nullable Withdrawal withdrawal, Order order,
        Related related) {

    /** Where an article stands before the public. */
    public enum State {
        DRAFT, LIVE, WITHDRAWN
    }

    public boolean isLive() {
        return state == State.LIVE;
    }

    /** A new one as the first of its key in this epoch: a restore may have taken back another of the same id. */
    Article begunIn(long epoch) {
        return new Article(id, edition, rev, state, draft, live, release, url, createdAt, savedAt, publishedAt,
                modifiedAt, corrections, withdrawal, new Order(epoch, order.number()), related);
    }

    /** A new one, that the public may not read yet. */
    static Article drafted(String id, Edition edition, Content content, Instant now) {
        return new Article(id, edition, 1, State.DRAFT, content, null, null, null, now, now, null, null, List.of(),
                null,
                Order.NONE, Related.NONE);
    }

    /** One of an archive, that was published elsewhere. */
    static Article archived(String id, Edition edition, Content content, String at, String by, Instant publishedAt,
            Instant now) {
        return new Article(id, edition, 1, State.LIVE, content, content, new Release(1, by), at, now, now, publishedAt,
                publishedAt,
                List.of(), null, Order.NONE.next(), Related.NONE);
    }

    /** As its archive has it now. */
    Article rearchived(Content content, String at, String by, Instant first, Instant now) {
        return new Article(id, edition, rev + 1, State.LIVE, content, content, new Release(rev + 1, by), at, createdAt,
                now, first, now,
                corrections, null, order.next(), related);
    }

    /** With another working copy; what the public reads stays as it is. */
    Article saved(Content content, Instant now) {
        if (isKilled()) {
            throw new IllegalMove("It was killed; write a new article instead.");
        }
        return new Article(id, edition, rev + 1, state, content, live, release, url, createdAt, now, publishedAt,
                modifiedAt,
                corrections, withdrawal, order, related);
    }

    /**
     * With its working copy as what the public reads.
     *
     * @param at the path of its page
     * @param by who makes it so
     * @throws IllegalMove when it was killed, or is under embargo
     */
    Article published(String at, String by, Instant now) {
        if (isKilled()) {
            throw new IllegalMove("It was killed and can never be published again.");
        }
        Instant embargo = draft.notBefore();
        if (embargo != null && now.isBefore(embargo)) {
            throw new IllegalMove("It is under embargo until " + embargo + ".");
        }
        return new Article(id, edition, rev + 1, State.LIVE, draft, draft, new Release(rev + 1, by), at, createdAt, now,
                publishedAt == null ? now : publishedAt, now, corrections, null, order.next(), related);
    }

    /** As {@link #published}, and its readers are told what was mended. */
    Article corrected(String at, String by, String note, Instant now) {
        if (!isLive()) {
            throw new IllegalMove("Only a live article can be corrected; publish it first.");
        }
        List<Correction> all = Stream.concat(corrections.stream(), Stream.of(new Correction(note, now))).toList();
        return new Article(id, edition, rev, state, draft, live, release, url, createdAt, savedAt, publishedAt,
                modifiedAt, all,
                withdrawal, order, related).published(at, by, now);
    }

    /** Taken away from its readers; it can be published again, unless it is killed. */
    Article withdrawn(String reason, boolean killed, Instant now) {
        boolean mayBe = killed ? state != State.DRAFT && !isKilled() : isLive();
        if (!mayBe) {
            throw new IllegalMove(isKilled()
                    ? "It was killed already."
                    : "Only a live article can be withdrawn; this one is " + state + ".");
        }
        return new Article(id, edition, rev + 1, State.WITHDRAWN, draft, null, null, url, createdAt, now, publishedAt,
                modifiedAt, corrections, new Withdrawal(reason, killed, now), order.next(), related);
    }

    private boolean isKilled() {
        return withdrawal != null && withdrawal.killed();
    }
}
