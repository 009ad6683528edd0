package news.kiosque.bench.related;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import news.kiosque.bench.corpus.Enlarged;
import news.kiosque.events.PublicArticle;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.similarity.Match;
import news.kiosque.recommendation.similarity.RelatedArticles;
import news.kiosque.recommendation.similarity.SimilaritySettings;

/** What lists cost and whether they miss anything. */
final class Lists {
    private static final int PLACES = 10;

    private final CandidateIndex.View view;
    private final Instant now = Instant.now();
    private final RelatedArticles similarity = new RelatedArticles(SimilaritySettings.SHIPPED);

    Lists(CandidateIndex.View view) {
        this.view = view;
    }

    /** Articles of the collection, by chance but always the same. */
    static List<PublicArticle> sample(Enlarged articles, int most) {
        return new Random(5).ints(0, articles.size()).distinct().limit(Math.min(most, articles.size()))
                .mapToObj(articles::article).toList();
    }

    double[] candidates(List<PublicArticle> sample) {
        return Cpu.millis(profiles(sample), one -> similarity.candidates(one, view, now));
    }

    double[] lists(List<PublicArticle> sample) {
        return Cpu.millis(profiles(sample), one -> similarity.of(one, view, now));
    }

    /** The part of the places of top tens that stay as they are when every article is compared in full. */
    double agreement(List<PublicArticle> sample) {
        EveryArticle every = new EveryArticle(view);
        int places = 0;
        int same = 0;
        for (Profile one : profiles(sample)) {
            List<String> found = ids(one, view);
            List<String> best = ids(one, every);
            places += best.size();
            same += (int) IntStream.range(0, Math.min(found.size(), best.size()))
                    .filter(place -> found.get(place).equals(best.get(place))).count();
        }
        return places == 0 ? 1 : (double) same / places;
    }

    private List<String> ids(Profile one, CandidateIndex.View index) {
        return similarity.of(one, index, now).items().stream().limit(PLACES).map(Match::articleId)
                .toList();
    }

    private List<Profile> profiles(List<PublicArticle> sample) {
        List<Profile> profiles = new ArrayList<>();
        sample.forEach(article -> view.find(article.id()).ifPresent(profiles::add));
        return profiles;
    }
}
