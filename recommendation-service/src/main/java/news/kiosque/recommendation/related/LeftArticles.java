package news.kiosque.recommendation.related;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

import news.kiosque.recommendation.intake.Departures;

/** Articles that this instance has just heard to be gone, until their namesakes are taken out of the lists. */
final class LeftArticles implements Departures {
    private final ConcurrentLinkedQueue<String> left = new ConcurrentLinkedQueue<>();

    @Override
    public void left(String articleId) {
        left.add(articleId);
    }

    List<String> drain() {
        List<String> drained = new ArrayList<>();
        for (String id = left.poll(); id != null; id = left.poll()) {
            drained.add(id);
        }
        return drained;
    }
}
