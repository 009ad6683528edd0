package news.kiosque.recommendation.related;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.LuceneIndex;
import news.kiosque.recommendation.intake.Departures;

/** Articles that this instance has just heard to be gone, until their namesakes are taken out of the lists. */
final class LeftArticles implements Departures {
    private final ConcurrentLinkedQueue<String> left = new ConcurrentLinkedQueue<>();

    @Override
    public void left(String articleId) {
        left.add(articleId);
    }

    /** Those that cannot be found any more, so that a list computed now is without them; the others wait. */
    List<String> drain(LuceneIndex index) {
        List<String> gone = new ArrayList<>();
        List<String> stillFound = new ArrayList<>();
        try (CandidateIndex.View view = index.open()) {
            for (String id = left.poll(); id != null; id = left.poll()) {
                if (view.find(id).isEmpty()) {
                    gone.add(id);
                } else if (!index.isLive(id)) {
                    stillFound.add(id);
                }
            }
        }
        left.addAll(stillFound);
        return gone;
    }

    boolean isEmpty() {
        return left.isEmpty();
    }
}
