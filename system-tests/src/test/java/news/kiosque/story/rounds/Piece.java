package news.kiosque.story.rounds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a writer was told of one article: the state that it must be in, whatever was killed meanwhile. */
final class Piece {
    final String id;
    private final List<Long> liveRevs = new ArrayList<>();
    private long rev = 1;
    private String state = "draft";
    private String headline;
    private @Nullable String liveHeadline;
    private @Nullable String url;
    private Instant changed = Instant.now();

    Piece(String id, String headline) {
        this.id = id;
        this.headline = headline;
    }

    synchronized void saved(String newHeadline) {
        headline = newHeadline;
        changed("draft".equals(state) ? "draft" : state);
    }

    synchronized void published(String at) {
        url = at;
        liveHeadline = headline;
        changed("live");
        liveRevs.add(rev);
    }

    synchronized void withdrawn() {
        liveHeadline = null;
        changed("withdrawn");
    }

    synchronized long rev() {
        return rev;
    }

    synchronized boolean isLive() {
        return "live".equals(state);
    }

    /** The path of its page, if it has been live and unchanged since then. */
    synchronized @Nullable String livePageSince(Instant then) {
        return isLive() && changed.isBefore(then) ? url : null;
    }

    synchronized Told told() {
        return new Told(rev, state, headline, liveHeadline, url, List.copyOf(liveRevs));
    }

    /** Its last acknowledged state. */
    record Told(long rev, String state, String headline, @Nullable String liveHeadline, @Nullable String url,
            List<Long> liveRevs) {}

    private void changed(String to) {
        rev++;
        state = to;
        changed = Instant.now();
    }
}
