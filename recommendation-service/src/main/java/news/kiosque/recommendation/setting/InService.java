package news.kiosque.recommendation.setting;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import news.kiosque.events.AliasesAgreed;
import news.kiosque.events.ModelChosen;
import news.kiosque.recommendation.similarity.Model;
import news.kiosque.recommendation.similarity.RelatedArticles;
import news.kiosque.recommendation.similarity.SimilaritySettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** How lists are made now: by what the newsroom decided last, from the moment on at which this instance hears of it. */
public final class InService {
    private static final Logger LOG = LoggerFactory.getLogger(InService.class);

    private final Settings settings;
    private final SimilaritySettings own;
    private volatile Made made;

    /** @param by the decisions from which it was made */
    private record Made(By by, RelatedArticles similarity, Aliases aliases) {}

    private record By(@Nullable ModelChosen model, @Nullable AliasesAgreed aliases) {}

    /** @param own by which lists are made while nothing was decided */
    public InService(Settings settings, SimilaritySettings own) {
        this.settings = settings;
        this.own = own;
        this.made = new Made(new By(null, null), new RelatedArticles(own), Aliases.NONE);
    }

    public RelatedArticles now() {
        return made().similarity();
    }

    /** The names that are spelt in several ways. */
    public Aliases aliases() {
        return made().aliases();
    }

    private Made made() {
        By by = new By(settings.chosen().orElse(null), settings.aliases().orElse(null));
        Made known = made;
        if (by.model() != known.by().model() || by.aliases() != known.by().aliases()) {
            Aliases aliases = by.aliases() == known.by().aliases() ? known.aliases() : Aliases.of(by.aliases());
            known = new Made(by, new RelatedArticles(chosen(by.model()).orElse(known.similarity().settings()),
                    aliases.synonyms()), aliases);
            made = known;
        }
        return known;
    }

    /** The settings with a model that was chosen or learned. @param json empty for this instance's own */
    public SimilaritySettings with(String json) {
        return json.isEmpty() ? own : own.with(Model.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** The model that lists are made by while nothing was decided. */
    public Model own() {
        return own.model();
    }

    private Optional<SimilaritySettings> chosen(@Nullable ModelChosen chosen) {
        try {
            return Optional.of(with(chosen == null ? "" : chosen.model()));
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.error("The model {} cannot be read here; the one before stays", chosen, e);
            return Optional.empty();
        }
    }
}
