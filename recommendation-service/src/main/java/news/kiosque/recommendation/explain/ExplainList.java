package news.kiosque.recommendation.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import news.kiosque.recommendation.explain.Explanation.Cause;
import news.kiosque.recommendation.explain.Explanation.PassedOver;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.OpenReader;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.intake.Replica;
import news.kiosque.recommendation.language.LanguageGuess;
import news.kiosque.recommendation.setting.InService;
import news.kiosque.recommendation.similarity.Feature;
import news.kiosque.recommendation.similarity.Match;
import news.kiosque.recommendation.similarity.RelatedArticles;
import news.kiosque.recommendation.similarity.RelatedList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a list once more and keeps what is otherwise forgotten on the way. */
@Component
public final class ExplainList {
    private final Replica replica;
    private final InService inService;
    private final InstantSource clock;

    ExplainList(Replica replica, InService inService, InstantSource clock) {
        this.replica = replica;
        this.inService = inService;
        this.clock = clock;
    }

    /**
     * @param shown what readers are shown now, by ids
     * @return empty when no live article has this id
     */
    public Optional<Explanation> of(String articleId, Collection<String> shown) {
        try (CandidateIndex.View view = replica.index().open(); OpenReader reader = replica.index().reader()) {
            Optional<Profile> article = view.find(articleId);
            if (article.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(explain(article.get(), shown, view, reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Explanation explain(Profile article, Collection<String> shown, CandidateIndex.View view,
            OpenReader reader) throws IOException {
        Instant now = clock.instant();
        RelatedArticles similarity = inService.now();
        RelatedList list = similarity.of(article, view, now);
        Map<String, double[]> features = features(similarity.weighable(article, view, now));
        StoredText text = StoredText.of(article.id(), reader);
        return new Explanation(article.id(), article.headline(), article.publishedAt(), article.language(),
                LanguageGuess.insteadOf(article.language(), text.text()).orElse(null),
                similarity.settings().algorithm(), text.terms(article, similarity.terms(article, view), view),
                features.size(), list.items().stream().map(item -> item(item, features)).toList(),
                passedOver(article, list, shown, view, similarity),
                new PlainLikeness(reader).of(article, text, similarity.settings().listed(), now));
    }

    private static Map<String, double[]> features(RelatedArticles.Weighable all) {
        Map<String, double[]> features = new HashMap<>();
        for (int i = 0; i < all.features().length; i++) {
            features.put(all.candidates().get(i), all.features()[i]);
        }
        return features;
    }

    private static Explanation.Item item(Match match, Map<String, double[]> features) {
        double[] values = features.getOrDefault(match.articleId(), new double[Feature.values().length]);
        List<Explanation.Weighed> weighed = match.parts().length == 0
                ? List.of()
                : Arrays.stream(Feature.values())
                        .map(feature -> new Explanation.Weighed(feature.name().toLowerCase(Locale.ROOT)
                                .replace('_', '-'), values[feature.ordinal()], match.parts()[feature.ordinal()]))
                        .filter(one -> one.value() != 0 || one.gives() != 0)
                        .sorted(Comparator.comparingDouble(Explanation.Weighed::gives).reversed()).toList();
        return new Explanation.Item(match.articleId(), match.headline(), match.publishedAt(), match.score(),
                match.reasons(), weighed);
    }

    private static List<PassedOver> passedOver(Profile article, RelatedList list, Collection<String> shown,
            CandidateIndex.View view, RelatedArticles similarity) {
        List<PassedOver> all = new ArrayList<>();
        List<String> listed = list.items().stream().map(Match::articleId).toList();
        List<String> banned = article.picks().banned();
        Map<String, String> twins = new HashMap<>();
        list.suppressed().forEach(one -> twins.put(one.match().articleId(), one.duplicateOf()));
        double last = list.items().stream().filter(item -> item.parts().length > 0).mapToDouble(Match::score).min()
                .orElse(0);
        banned.forEach(id -> all.add(new PassedOver(id, view.find(id).map(Profile::headline).orElse(null), null,
                Cause.BANNED, null)));
        int most = similarity.settings().listed();
        list.matches().stream().filter(match -> !listed.contains(match.articleId()))
                .filter(match -> !banned.contains(match.articleId())).limit(most).forEach(match -> all
                        .add(passedOver(match, twins.get(match.articleId()), last, list, view, similarity)));
        List<String> wanted = new ArrayList<>(article.picks().pinned());
        wanted.addAll(shown);
        wanted.stream().distinct().filter(id -> view.find(id).isEmpty())
                .forEach(id -> all.add(new PassedOver(id, null, null, Cause.WITHDRAWN, null)));
        return all;
    }

    private static PassedOver passedOver(Match match, @Nullable String twin, double last,
            RelatedList list, CandidateIndex.View view, RelatedArticles similarity) {
        if (twin != null) {
            return new PassedOver(match.articleId(), match.headline(), match.score(), Cause.DUPLICATE, twin);
        }
        if (match.score() <= last) {
            return new PassedOver(match.articleId(), match.headline(), match.score(), Cause.SCORE, null);
        }
        Profile passed = view.find(match.articleId()).orElseThrow();
        String nearest = list.items().stream().max(Comparator.comparingDouble(
                item -> view.find(item.articleId()).map(one -> similarity.likeness(passed, one, view)).orElse(0.0)))
                .map(Match::articleId).orElse(null);
        return new PassedOver(match.articleId(), match.headline(), match.score(), Cause.DIVERSITY, nearest);
    }
}
