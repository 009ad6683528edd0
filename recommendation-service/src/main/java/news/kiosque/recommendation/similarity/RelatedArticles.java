package news.kiosque.recommendation.similarity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.Picks;
import news.kiosque.recommendation.index.Profile;

/**
 * Makes the list of an article: its weightiest terms fetch candidates, these are compared in full, near duplicates leave,
 * and what is left is chosen for likeness and for variety. A list is a function of the live articles, the time and the
 * settings, and of nothing that was computed before.
 */
public final class RelatedArticles {
    private static final Comparator<Selection.Scored> BEST_FIRST = Comparator
            .comparingDouble((Selection.Scored one) -> -one.match().score())
            .thenComparing(one -> one.match().articleId());

    private final SimilaritySettings settings;
    private final Synonyms synonyms;
    private final Scale scale;
    private final Selection selection;

    public RelatedArticles(SimilaritySettings settings) {
        this(settings, Synonyms.NONE);
    }

    public RelatedArticles(SimilaritySettings settings, Synonyms synonyms) {
        this.settings = settings;
        this.synonyms = synonyms;
        this.scale = new Scale(settings.model());
        this.selection = new Selection(settings);
    }

    public SimilaritySettings settings() {
        return settings;
    }

    /** @param now what is published later is not listed */
    public RelatedList of(Profile article, CandidateIndex.View index, Instant now) {
        Comparison comparison = new Comparison(synonyms.unified(article), index.statistics(article.language()));
        List<Subject> candidates = comparison.prepare(candidates(article, index, now));
        double[][] features = comparison.features(candidates);
        List<Selection.Scored> like = new ArrayList<>();
        List<Selection.Scored> faint = new ArrayList<>();
        for (int i = 0; i < features.length; i++) {
            Subject one = candidates.get(i);
            Selection.Scored scored = new Selection.Scored(one, Match.of(one, scale.parts(features[i])));
            boolean isLike = features[i][Feature.TEXT.ordinal()] >= settings.leastText() && scored.match().score() > 0;
            (isLike ? like : faint).add(scored);
        }
        like.sort(BEST_FIRST);
        faint.sort(BEST_FIRST);
        RelatedList list = decided(comparison.subject(), like, index, now);
        return new RelatedList(list.items(), list.matches(),
                faint.stream().map(Selection.Scored::match).toList(), list.suppressed());
    }

    /** What the editor pinned stands first, in the editor's order; what was banned stands nowhere. */
    private RelatedList decided(Subject article, List<Selection.Scored> scored, CandidateIndex.View index,
            Instant now) {
        Picks picks = article.profile().picks();
        List<Profile> pinned = picks.pinned().stream().distinct().flatMap(id -> index.find(id).stream())
                .filter(one -> !one.id().equals(article.profile().id()) && !one.publishedAt().isAfter(now))
                .filter(one -> !picks.banned().contains(one.id())).limit(settings.listed()).toList();
        Set<String> settled = new HashSet<>(picks.banned());
        pinned.forEach(one -> settled.add(one.id()));
        List<Selection.Scored> open = scored.stream().filter(one -> !settled.contains(one.match().articleId()))
                .toList();
        RelatedList computed = selection.choose(article, open, settings.listed() - pinned.size());
        double top = open.isEmpty() ? 0 : open.getFirst().match().score();
        List<Match> items = new ArrayList<>();
        for (Profile one : pinned) {
            items.add(Match.pinned(one, top + pinned.size() - items.size()));
        }
        items.addAll(computed.items());
        return new RelatedList(items, computed.matches(), List.of(), computed.suppressed());
    }

    /**
     * What a model has to weigh for an article.
     *
     * @param features of each candidate, by ordinal of {@link Feature}
     */
    public record Weighable(List<String> candidates, double[][] features) {}

    /** The candidates of an article as they were at a time, and how they compare to it. */
    public Weighable weighable(Profile article, CandidateIndex.View index, Instant now) {
        Comparison comparison = new Comparison(synonyms.unified(article), index.statistics(article.language()));
        List<Profile> candidates = candidates(article, index, now);
        return new Weighable(candidates.stream().map(Profile::id).toList(),
                comparison.features(comparison.prepare(candidates)));
    }

    /** What others like an article are looked for by, the weightiest first. */
    public List<CandidateIndex.WeightedTerm> terms(Profile article, CandidateIndex.View index) {
        return synonyms.spread(
                WeightedTerms.weightiest(article, index.statistics(article.language()), settings.terms()));
    }

    /** How near two articles are to saying the same: the cosine of their texts. */
    public double likeness(Profile one, Profile other, CandidateIndex.View index) {
        Comparison comparison = new Comparison(synonyms.unified(one), index.statistics(one.language()));
        return comparison.subject().text()
                .cosine(comparison.prepare(List.of(synonyms.unified(other))).getFirst().text());
    }

    public List<Profile> candidates(Profile article, CandidateIndex.View index, Instant now) {
        var query = new CandidateIndex.Query(article.language(), article.edition(),
                terms(article, index), article.publishedAt(),
                now,
                settings.looked() + 1, settings.candidates() + 1);
        return index.candidates(query).stream().filter(candidate -> !candidate.id().equals(article.id()))
                .map(synonyms::unified).toList();
    }
}
