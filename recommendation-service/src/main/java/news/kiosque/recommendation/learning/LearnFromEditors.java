package news.kiosque.recommendation.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.similarity.Feature;
import news.kiosque.recommendation.similarity.Match;
import news.kiosque.recommendation.similarity.Model;
import news.kiosque.recommendation.similarity.RelatedArticles;

/**
 * Fits a model to what editors linked in older articles and checks it on the most recent fifth. A link counts when its
 * target was published before the article, and candidates are what was there then: nothing is learned from the future.
 * Rarity of words alone is counted over what is live today.
 */
public final class LearnFromEditors {
    private static final int MOST_ARTICLES = 4000;
    private static final int LEAST_ARTICLES = 150;
    private static final int CHECKED = 5;
    private static final int COMPARED = 500;
    private static final int SHOWN = 10;
    private static final int SHOWN_OF_A_LIST = 5;

    private final CandidateIndex.View index;
    private final RelatedArticles inService;

    public LearnFromEditors(CandidateIndex.View index, RelatedArticles inService) {
        this.index = index;
        this.inService = inService;
    }

    /** What was learned, with the model where there was enough to learn from. */
    public record Learned(Finding finding, Model model) {}

    /** @param name of the model */
    public Learned learn(String name) {
        List<Answered> all = answered();
        int links = all.stream().mapToInt(one -> one.answers().size()).sum();
        if (all.size() < LEAST_ARTICLES) {
            return new Learned(Finding.tooFew(links, all.size(), LEAST_ARTICLES), inService.settings().model());
        }
        int past = all.size() - all.size() / CHECKED;
        List<Lesson> lessons = new ArrayList<>();
        for (Answered one : all.subList(0, past)) {
            lessons.add(Lesson.of(one, inService, index));
        }
        List<Answered> recent = all.subList(past, all.size());
        Model model = BoostedStumps.fit(name, "", lessons, EnumSet.allOf(Feature.class));
        Finding finding = compare(recent, new RelatedArticles(inService.settings().with(model)), links, past);
        return new Learned(finding, new Model(name, finding.verdict(), model.parts()));
    }

    /** How another algorithm does beside the one in service, on the latest articles that link. */
    public Finding compared(RelatedArticles other) {
        List<Answered> all = answered();
        List<Answered> recent = all.subList(Math.max(0, all.size() - COMPARED), all.size());
        int links = recent.stream().mapToInt(one -> one.answers().size()).sum();
        return compare(recent, other, links, 0);
    }

    /** Oldest first. */
    private List<Answered> answered() {
        List<Answered> all = new ArrayList<>();
        for (Profile article : index.linking(MOST_ARTICLES)) {
            Map<String, Integer> answers = new LinkedHashMap<>();
            for (String id : article.picks().readAlso()) {
                index.find(id).filter(one -> !one.publishedAt().isAfter(article.publishedAt()))
                        .filter(one -> !one.id().equals(article.id())).ifPresent(one -> answers.put(one.id(), 1));
            }
            if (!answers.isEmpty()) {
                all.add(new Answered(article, answers));
            }
        }
        all.sort(Comparator.comparing((Answered one) -> one.article().publishedAt())
                .thenComparing(one -> one.article().id()));
        return all;
    }

    private Finding compare(List<Answered> recent, RelatedArticles learned, int links, int past) {
        List<Scores> before = new ArrayList<>();
        List<Scores> after = new ArrayList<>();
        List<Finding.SideBySide> examples = new ArrayList<>();
        for (Answered one : recent) {
            List<Match> old = list(one, inService);
            List<Match> now = list(one, learned);
            before.add(Scores.of(ids(old), one.answers()));
            after.add(Scores.of(ids(now), one.answers()));
            if (!ids(old).equals(ids(now)) && examples.size() < SHOWN) {
                examples.add(new Finding.SideBySide(one.article().id(), one.article().headline(),
                        one.answers().keySet().stream().map(id -> index.find(id).orElseThrow().headline()).toList(),
                        headlines(old), headlines(now)));
            }
        }
        Finding.Change ndcg = change(before, after, Scores::ndcg5);
        boolean better = ndcg.gain().low() > 0;
        return new Finding(verdict(ndcg, better), better, links, past, recent.size(), ndcg,
                change(before, after, Scores::recall5), examples, null);
    }

    private static String verdict(Finding.Change ndcg, boolean better) {
        String figures = String.format(Locale.ROOT, "nDCG@5 %.3f instead of %.3f, a gain of %.3f [%.3f, %.3f].",
                ndcg.learned().value(), ndcg.inService().value(), ndcg.gain().value(), ndcg.gain().low(),
                ndcg.gain().high());
        return better
                ? "The learned model is better on the most recent fifth: " + figures
                : "No sure gain on the most recent fifth: " + figures + " What is in service stays.";
    }

    /** As it would have been computed when the article was published. */
    private List<Match> list(Answered one, RelatedArticles similarity) {
        return similarity.of(one.article(), index, one.article().publishedAt()).items();
    }

    private static Finding.Change change(List<Scores> before, List<Scores> after, ToDoubleFunction<Scores> metric) {
        double[] old = before.stream().mapToDouble(metric).toArray();
        double[] now = after.stream().mapToDouble(metric).toArray();
        double[] gain = new double[old.length];
        for (int i = 0; i < gain.length; i++) {
            gain[i] = now[i] - old[i];
        }
        return new Finding.Change(Interval.of(old), Interval.of(now), Interval.of(gain));
    }

    private static List<String> ids(List<Match> matches) {
        return matches.stream().map(Match::articleId).toList();
    }

    private static List<String> headlines(List<Match> matches) {
        return matches.stream().limit(SHOWN_OF_A_LIST).map(Match::headline).toList();
    }
}
