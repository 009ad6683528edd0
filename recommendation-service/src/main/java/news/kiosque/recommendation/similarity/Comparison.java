package news.kiosque.recommendation.similarity;

import java.time.Duration;
import java.util.List;

import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.index.TermStatistics;

/** One article made ready to be compared with many. */
final class Comparison {
    private static final double MONTH = 30;
    private static final double DAYS_OF_A_STORY = 4;
    private static final double DAY = Duration.ofDays(1).toMillis();

    private final TermStatistics statistics;
    private final Subject subject;

    Comparison(Profile profile, TermStatistics statistics) {
        this.statistics = statistics;
        this.subject = Subject.of(profile, statistics);
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
        for (Feature feature : Feature.values()) {
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
        double days = Math.abs(subject.profile().publishedAt().toEpochMilli()
                - candidate.profile().publishedAt().toEpochMilli()) / DAY;
        double text = subject.text().cosine(candidate.text());
        double[] values = new double[Feature.values().length];
        for (Feature feature : Feature.values()) {
            values[feature.ordinal()] = switch (feature) {
                case TEXT -> text;
                case RECENT_TEXT -> text * Math.exp(-days / MONTH);
                case FRESH_TEXT -> text * Math.exp(-days / DAYS_OF_A_STORY);
                case HEADLINE -> subject.headline().cosine(candidate.headline());
                case LEAD -> subject.lead().cosine(candidate.lead());
                case HEADLINE_IN_TEXT -> subject.headline().cosine(candidate.text());
                case TEXT_IN_HEADLINE -> subject.text().cosine(candidate.headline());
                case LEAD_IN_TEXT -> subject.lead().cosine(candidate.text());
                case TEXT_IN_LEAD -> subject.text().cosine(candidate.lead());
                case NAMES -> subject.names().cosine(candidate.names());
                case TERMS -> subject.terms(candidate);
                case TERMS_BACK -> candidate.terms(subject);
                case AGE -> days;
                case SECTION -> sameSection(candidate) ? 1 : 0;
                case TAGS -> subject.tags().cosine(candidate.tags());
                default -> 0;
            };
        }
        return values;
    }

    private boolean sameSection(Subject candidate) {
        String section = subject.profile().section();
        return !section.isEmpty() && section.equals(candidate.profile().section());
    }
}
