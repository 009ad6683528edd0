package news.kiosque.recommendation.similarity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.index.TermStatistics;

/**
 * Makes the list of an article: its weightiest terms fetch candidates, these are compared in full, near duplicates leave,
 * and what is left is chosen for likeness and for variety. A list is a function of the live articles, the time and the
 * settings, and of nothing that was computed before.
 */
public final class RelatedArticles {
    /** Beyond as many, a candidate is not looked at when the list is chosen. */
    private static final int CHOSEN_FROM = 40;

    private final SimilaritySettings settings;

    public RelatedArticles(SimilaritySettings settings) {
        this.settings = settings;
    }

    public SimilaritySettings settings() {
        return settings;
    }

    /** @param now what is published later is not listed */
    public RelatedList of(Profile article, CandidateIndex.View index, Instant now) {
        Comparison comparison = new Comparison(article, index.statistics(article.language()));
        List<Scored> scored = new ArrayList<>();
        for (Profile candidate : candidates(article, index, now)) {
            Comparison.Subject other = comparison.prepare(candidate);
            double[] features = comparison.features(other);
            if (features[Feature.TEXT.ordinal()] >= settings.leastText()) {
                scored.add(new Scored(other, Match.of(other, features, settings.weights())));
            }
        }
        scored.sort(Comparator.comparingDouble((Scored one) -> -one.match().score())
                .thenComparing(one -> one.match().articleId()));
        return choose(comparison.subject(), scored);
    }

    List<Profile> candidates(Profile article, CandidateIndex.View index, Instant now) {
        TermStatistics statistics = index.statistics(article.language());
        var query = new CandidateIndex.Query(article.language(), article.edition(),
                WeightedTerms.weightiest(article.text(), statistics, settings.terms()), now,
                settings.candidates() + 1);
        return index.candidates(query).stream().filter(candidate -> !candidate.id().equals(article.id())).toList();
    }

    private record Scored(Comparison.Subject subject, Match match) {}

    private RelatedList choose(Comparison.Subject article, List<Scored> scored) {
        List<RelatedList.Suppressed> suppressed = new ArrayList<>();
        List<Scored> distinct = distinct(article, scored, suppressed);
        return new RelatedList(diverse(distinct), scored.stream().map(Scored::match).toList(), suppressed);
    }

    /** Of articles that say nearly the same the earliest stays: it is the one that others link to. */
    private List<Scored> distinct(Comparison.Subject article, List<Scored> scored,
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

    private boolean repeats(Scored one, Comparison.Subject other) {
        return one.subject().text().cosine(other.text()) >= settings.nearDuplicate();
    }

    private static boolean isEarlier(Scored one, Scored other) {
        return one.match().publishedAt().isBefore(other.match().publishedAt());
    }

    /** Maximal marginal relevance: each place goes to what is best after a discount for likeness to those before it. */
    private List<Match> diverse(List<Scored> distinct) {
        List<Scored> left = new ArrayList<>(distinct);
        double[] nearest = new double[left.size()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            open.add(i);
        }
        List<Match> chosen = new ArrayList<>();
        while (!open.isEmpty() && chosen.size() < settings.listed()) {
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
        return one.match().score() * (1 - settings.diversity() * nearest);
    }
}
