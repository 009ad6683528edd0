package news.kiosque.recommendation.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import news.kiosque.events.PublicArticle;
import news.kiosque.recommendation.index.ArticleWords;
import news.kiosque.recommendation.language.LanguageGuess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts articles whose text seems to be in another language than they say; they are taken at their word all the same. */
final class DeclaredLanguages {
    private static final Logger LOG = LoggerFactory.getLogger(DeclaredLanguages.class);

    private final Counter doubted;

    DeclaredLanguages(MeterRegistry meters) {
        this.doubted = Counter.builder("kiosque.index.languages.doubted")
                .description("Articles that seem to be in another language than they say").register(meters);
    }

    void look(ArticleWords words) {
        PublicArticle article = words.article();
        LanguageGuess.insteadOf(article.language(), words.body()).ifPresent(likely -> {
            doubted.increment();
            LOG.info("{} says that it is in {}, and seems to be in {}", article.id(), article.language(), likely);
        });
    }
}
