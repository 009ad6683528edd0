package news.kiosque.recommendation.similarity;

import java.time.Duration;
import java.util.List;

import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.index.TermStatistics;

/** One article made ready to be compared with many. */
final class Comparison {
    private static final Feature[] FEATURES = Feature.values();
    private static final double MONTH = 30;
    private static final double DAYS_OF_A_STORY = 4;
    private static final double DAY = Duration.ofDays(1).toMillis();

    private final TermStatistics statistics;
    private final Subject subject;
    private final SharedTerms shared;

    Comparison(Profile profile, TermStatistics statistics) {
        this.statistics = statistics;
        this.subject = Subject.of(profile, statistics);
        this.shared = new SharedTerms(subject);
    }

    Subject subject() {
        return subject;
    }

    List<Subject> prepare(List<Profile> candidates) {
        return candidates.stream().map(candidate -> Subject.of(candidate, statistics)).toList();
    }

    /** The features of each candidate among these, by ordinal. */
    double[][] features(List<Subject> candidates) {
        double[][] all = new double[candidates.size()][];
        for (int i = 0; i < all.length; i++) {
            all[i] = features(candidates.get(i));
        }
        Story.of(candidates, all).tell(candidates, all);
        for (Feature feature : FEATURES) {
            if (feature.relativeTo() != null) {
                relate(all, feature.ordinal(), feature.relativeTo().ordinal());
            }
        }
        return all;
    }

    private static void relate(double[][] all, int relation, int to) {
        double most = 0;
        for (double[] one : all) {
            most = Math.max(most, one[to]);
        }
        for (double[] one : all) {
            one[relation] = most == 0 ? 0 : one[to] / most;
        }
    }

    private double[] features(Subject candidate) {
        double[] values = new double[FEATURES.length];
        shared.of(candidate, values);
        double text = values[Feature.TEXT.ordinal()];
        double days = Math.abs(subject.profile().publishedAt().toEpochMilli()
                - candidate.profile().publishedAt().toEpochMilli()) / DAY;
        values[Feature.RECENT_TEXT.ordinal()] = text * Math.exp(-days / MONTH);
        values[Feature.RECENT_FOCUS.ordinal()] = values[Feature.FOCUS.ordinal()] * Math.exp(-days / MONTH);
        values[Feature.FRESH_TEXT.ordinal()] = text * Math.exp(-days / DAYS_OF_A_STORY);
        values[Feature.AGE.ordinal()] = days;
        values[Feature.NAMES.ordinal()] = subject.names().cosine(candidate.names());
        values[Feature.TAGS.ordinal()] = subject.tags().cosine(candidate.tags());
        values[Feature.BYLINE.ordinal()] = subject.byline().cosine(candidate.byline());
        values[Feature.SECTION.ordinal()] = sameSection(candidate) ? 1 : 0;
        return values;
    }

    private boolean sameSection(Subject candidate) {
        String section = subject.profile().section();
        return !section.isEmpty() && section.equals(candidate.profile().section());
    }
}
