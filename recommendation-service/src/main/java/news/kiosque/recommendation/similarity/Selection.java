package news.kiosque.recommendation.similarity;

import java.util.ArrayList;
import java.util.List;

/** Chooses from what is like an article what readers are shown: each thing once, and not all the same. */
final class Selection {
    /** Beyond as many, a candidate is not looked at when the list is chosen. */
    private static final int CHOSEN_FROM = 25;

    private final SimilaritySettings settings;

    Selection(SimilaritySettings settings) {
        this.settings = settings;
    }

    /** A candidate and how like the article it is. */
    record Scored(Subject subject, Match match) {}

    /**
     * @param scored best first
     * @param places how many are wanted
     */
    RelatedList choose(Subject article, List<Scored> scored, int places) {
        List<RelatedList.Suppressed> suppressed = new ArrayList<>();
        List<Scored> distinct = distinct(article, scored, suppressed);
        return new RelatedList(diverse(distinct, places), scored.stream().map(Scored::match).toList(), List.of(),
                suppressed);
    }

    /** Of articles that say nearly the same the earliest stays: it is the one that others link to. */
    private List<Scored> distinct(Subject article, List<Scored> scored,
            List<RelatedList.Suppressed> suppressed) {
        List<Scored> kept = new ArrayList<>();
        for (Scored one : scored.subList(0, Math.min(CHOSEN_FROM, scored.size()))) {
            if (repeats(one, article)) {
                suppressed.add(new RelatedList.Suppressed(one.match(), article.profile().id()));
                continue;
            }
            int twin = twin(one, kept);
            if (twin < 0) {
                kept.add(one);
            } else if (isEarlier(one, kept.get(twin))) {
                suppressed.add(new RelatedList.Suppressed(kept.get(twin).match(), one.match().articleId()));
                kept.set(twin, one);
            } else {
                suppressed.add(new RelatedList.Suppressed(one.match(), kept.get(twin).match().articleId()));
            }
        }
        return kept;
    }

    private int twin(Scored one, List<Scored> kept) {
        for (int i = 0; i < kept.size(); i++) {
            if (repeats(one, kept.get(i).subject())) {
                return i;
            }
        }
        return -1;
    }

    private boolean repeats(Scored one, Subject other) {
        return one.subject().text().cosine(other.text()) >= settings.nearDuplicate();
    }

    private static boolean isEarlier(Scored one, Scored other) {
        return one.match().publishedAt().isBefore(other.match().publishedAt());
    }

    /** Maximal marginal relevance: each place goes to what is best after a discount for likeness to those before it. */
    private List<Match> diverse(List<Scored> distinct, int places) {
        List<Scored> left = new ArrayList<>(distinct);
        double[] nearest = new double[left.size()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            open.add(i);
        }
        List<Match> chosen = new ArrayList<>();
        while (!open.isEmpty() && chosen.size() < places) {
            int best = open.getFirst();
            for (int i : open) {
                if (marginal(left.get(i), nearest[i]) > marginal(left.get(best), nearest[best])) {
                    best = i;
                }
            }
            open.remove(Integer.valueOf(best));
            Scored next = left.get(best);
            chosen.add(next.match());
            for (int i : open) {
                nearest[i] = Math.max(nearest[i], next.subject().text().cosine(left.get(i).subject().text()));
            }
        }
        return chosen;
    }

    private double marginal(Scored one, double nearest) {
        return one.match().score() - settings.diversity() * nearest;
    }
}
