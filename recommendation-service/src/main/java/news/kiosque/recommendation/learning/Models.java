package news.kiosque.recommendation.learning;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import news.kiosque.events.ModelChosen;
import news.kiosque.events.ModelLearned;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.intake.Replica;
import news.kiosque.recommendation.setting.InService;
import news.kiosque.recommendation.setting.Settings;
import news.kiosque.recommendation.setting.SettingsTopic;
import news.kiosque.recommendation.similarity.RelatedArticles;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The models there are: the one in service, the one before it, the one that was learned last, and each instance's own. */
@Component
final class Models {
    private static final int SAMPLE = 200;

    private final Replica replica;
    private final InService inService;
    private final Settings settings;
    private final SettingsTopic decisions;
    private final InstantSource clock;

    Models(Replica replica, InService inService, Settings settings, SettingsTopic decisions, InstantSource clock) {
        this.replica = replica;
        this.inService = inService;
        this.settings = settings;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Which model is meant. */
    enum Which {
        LEARNED, PREVIOUS, SHIPPED
    }

    /** @param json empty for each instance's own */
    private record Named(String name, String json) {}

    /**
     * @param inService name of the model that lists are made by
     * @param previous to which {@code switch --back} leads
     * @param learned the last that was learned; null when none was
     * @param verdict on that
     */
    record Standing(String inService, String algorithm, String previous, @Nullable String learned,
            @Nullable String verdict) {}

    Standing standing() {
        Optional<ModelLearned> learned = settings.learned();
        return new Standing(current().name(), inService.now().settings().algorithm(), previous().name(),
                learned.map(ModelLearned::name).orElse(null), learned.map(ModelLearned::verdict).orElse(null));
    }

    ModelComparison.Outcome compare(Which which) {
        RelatedArticles other = new RelatedArticles(inService.with(named(which).json()));
        try (CandidateIndex.View view = replica.index().open()) {
            List<Profile> latest = view.latest(SAMPLE);
            return new ModelComparison(view, inService.now(), other, clock.instant()).outcome(latest);
        }
    }

    /** From now on lists are made by this model, on every instance. */
    ModelChosen switchTo(Which which, String by) {
        Named wanted = named(which);
        inService.with(wanted.json());
        return decisions.change(ModelChosen.class, (before, order) -> {
            Named current = before == null ? own() : new Named(before.name(), before.model());
            // To choose what is in service already is no step from which a way leads back.
            Named back = before != null && current.equals(wanted)
                    ? new Named(before.previousName(), before.previous())
                    : current;
            return new ModelChosen(order, wanted.name(), wanted.json(), back.name(), back.json(), by, clock.instant());
        });
    }

    private Named named(Which which) {
        return switch (which) {
            case SHIPPED -> own();
            case PREVIOUS -> previous();
            case LEARNED -> settings.learned().map(learned -> new Named(learned.name(), learned.model()))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT,
                            "No model was learned yet that is better: have the suite learn first."));
        };
    }

    private Named current() {
        return settings.chosen().map(chosen -> new Named(chosen.name(), chosen.model())).orElseGet(this::own);
    }

    private Named previous() {
        return settings.chosen().map(chosen -> new Named(chosen.previousName(), chosen.previous()))
                .orElseGet(this::own);
    }

    private Named own() {
        return new Named(inService.own().name(), "");
    }
}
