package news.kiosque.recommendation.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.similarity.Match;
import news.kiosque.recommendation.similarity.RelatedArticles;

/** One algorithm beside the one in service, on the same index: what would change, whether it is better, what it costs. */
final class ModelComparison {
    private static final int PLACES = 5;
    private static final double MILLION = 1_000_000;

    private final CandidateIndex.View index;
    private final RelatedArticles inService;
    private final RelatedArticles other;
    private final Instant now;

    ModelComparison(CandidateIndex.View index, RelatedArticles inService, RelatedArticles other, Instant now) {
        this.index = index;
        this.inService = inService;
        this.other = other;
        this.now = now;
    }

    /**
     * @param articles the latest ones, whose lists were made by both
     * @param overlap which part of the first five places names the same articles, over all of them
     * @param changed how many of the lists are not the same
     * @param inServiceMillis a list takes, on this machine and by the clock
     * @param quality by the editors' links
     */
    record Outcome(String inService, String other, int articles, double overlap, int changed, double inServiceMillis,
            double otherMillis, Finding quality) {}

    Outcome outcome(List<Profile> articles) {
        double shared = 0;
        int changed = 0;
        long[] nanos = new long[2];
        for (Profile article : articles) {
            List<String> before = list(article, inService, nanos, 0);
            List<String> after = list(article, other, nanos, 1);
            shared += overlap(before, after);
            changed += before.equals(after) ? 0 : 1;
        }
        int all = Math.max(1, articles.size());
        return new Outcome(inService.settings().algorithm(), other.settings().algorithm(), articles.size(),
                articles.isEmpty() ? 1 : shared / all, changed, nanos[0] / MILLION / all, nanos[1] / MILLION / all,
                new LearnFromEditors(index, inService).compared(other));
    }

    private List<String> list(Profile article, RelatedArticles similarity, long[] nanos, int by) {
        long began = System.nanoTime();
        List<String> ids = new ArrayList<>(
                similarity.of(article, index, now).items().stream().map(Match::articleId).toList());
        nanos[by] += System.nanoTime() - began;
        return ids;
    }

    private static double overlap(List<String> one, List<String> other) {
        Set<String> first = new HashSet<>(one.subList(0, Math.min(PLACES, one.size())));
        Set<String> second = new HashSet<>(other.subList(0, Math.min(PLACES, other.size())));
        int most = Math.max(first.size(), second.size());
        first.retainAll(second);
        return most == 0 ? 1 : (double) first.size() / most;
    }
}
