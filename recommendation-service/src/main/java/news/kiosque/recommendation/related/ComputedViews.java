package news.kiosque.recommendation.related;

import java.util.LinkedHashMap;
import java.util.Map;

import news.kiosque.recommendation.index.ReplicaPosition;

/**
 * From which state of the index each of the latest lists was computed, so that the marks which have queued up for a list
 * meanwhile cost one computation.
 */
final class ComputedViews {
    private static final int MOST = 20_000;

    private final Map<String, ReplicaPosition> latest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ReplicaPosition> eldest) {
            return size() > MOST;
        }
    };

    void computed(Iterable<String> articleIds, ReplicaPosition position) {
        for (String articleId : articleIds) {
            latest.remove(articleId);
            latest.put(articleId, position);
        }
    }

    /** Whether the list was computed when the cause could be found already. */
    boolean knew(String articleId, Cause cause) {
        ReplicaPosition position = latest.get(articleId);
        return position != null && position.next(cause.partition()) > cause.offset();
    }

    void clear() {
        latest.clear();
    }
}
