package news.kiosque.gateway.edge;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line a request. It names neither address nor browser nor what was searched for: readers are nobody's business. */
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("kiosque.access");
    private static final int CLIENT_LEFT = 499;

    private AccessLog() {}

    static void write(Passage passage) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        long millis = (System.nanoTime() - passage.startedAt) / 1_000_000;
        int status = passage.isAnswering() ? passage.status : CLIENT_LEFT;
        LOG.info(new StringBuilder(96).append(passage.method.name()).append(' ').append(visible(passage.path))
                .append(' ')
                .append(status).append(' ').append(passage.answeredBytes).append("B ").append(millis).append("ms ")
                .append(passage.id).toString());
    }

    /** What was turned away may hold what would forge lines or move a terminal's cursor. */
    private static String visible(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) <= ' ' || path.charAt(i) > '~') {
                return path.replaceAll("[^!-~]", "?");
            }
        }
        return path;
    }
}
