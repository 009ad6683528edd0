package news.kiosque.recommendation.similarity;

import java.time.Duration;

import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.index.TermStatistics;

/** One article made ready to be compared with many. */
final class Comparison {
    private static final double MONTH = 30;
    private static final double DAYS_OF_A_STORY = 4;
    private static final double DAY = Duration.ofDays(1).toMillis();

    private final TermStatistics statistics;
    private final Subject subject;

    /** An article with its terms weighted. */
    record Subject(Profile profile, WeightedTerms text, WeightedTerms headline, WeightedTerms standfirst,
            WeightedTerms names, WeightedTerms tags) {

        static Subject of(Profile profile, TermStatistics statistics) {
            return new Subject(profile, WeightedTerms.of(profile.text(), statistics),
                    WeightedTerms.of(profile.headlineTerms(), statistics),
                    WeightedTerms.of(profile.leadTerms(), statistics),
                    WeightedTerms.of(profile.names(), statistics), WeightedTerms.of(profile.tags(), statistics));
        }
    }

    Comparison(Profile profile, TermStatistics statistics) {
        this.statistics = statistics;
        this.subject = Subject.of(profile, statistics);
    }

    Subject subject() {
        return subject;
    }

    Subject prepare(Profile candidate) {
        return Subject.of(candidate, statistics);
    }

    /** The features of the two, by ordinal. */
    double[] features(Subject candidate) {
        double days = Math.abs(subject.profile().publishedAt().toEpochMilli()
                - candidate.profile().publishedAt().toEpochMilli()) / DAY;
        double month = Math.exp(-days / MONTH);
        double story = Math.exp(-days / DAYS_OF_A_STORY);
        double text = subject.text().cosine(candidate.text());
        double names = subject.names().cosine(candidate.names());
        double[] values = new double[Feature.values().length];
        for (Feature feature : Feature.values()) {
            values[feature.ordinal()] = switch (feature) {
                case TEXT -> text;
                case RECENT_TEXT -> text * month;
                case FRESH_TEXT -> text * story;
                case HEADLINE -> subject.headline().cosine(candidate.headline());
                case STANDFIRST -> subject.standfirst().cosine(candidate.standfirst());
                case HEADLINE_IN_TEXT -> (subject.headline().cosine(candidate.text())
                        + subject.text().cosine(candidate.headline())) / 2;
                case NAMES -> names;
                case RECENT_NAMES -> names * month;
                case TAGS -> subject.tags().cosine(candidate.tags());
                case SECTION -> sameSection(candidate) ? 1 : 0;
            };
        }
        return values;
    }

    private boolean sameSection(Subject candidate) {
        String section = subject.profile().section();
        return !section.isEmpty() && section.equals(candidate.profile().section());
    }
}
