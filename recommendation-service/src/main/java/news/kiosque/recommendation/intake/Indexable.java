package news.kiosque.recommendation.intake;

import java.time.Instant;
import java.util.List;

import news.kiosque.events.PublicArticle;
import news.kiosque.platform.kafka.UnreadableEvent;
import news.kiosque.recommendation.index.ArticleWords;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.index.Profiler;
import news.kiosque.recommendation.index.SearchableText;
import org.apache.lucene.index.IndexableField;

/**
 * What the index takes of an article of sound shape, whatever schema it passed.
 *
 * @param searchable what readers find it by
 */
public record Indexable(ArticleWords words, Profile profile, List<IndexableField> searchable) {
    private static final int LONGEST_ID = 200;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** @throws UnreadableEvent saying what is wrong with it */
    public static Indexable of(PublicArticle article) {
        if (article.id().length() > LONGEST_ID) {
            throw new UnreadableEvent("an article whose id is longer than " + LONGEST_ID + " characters", null);
        }
        if (article.publishedAt().isBefore(FIRST) || article.publishedAt().isAfter(LAST)) {
            throw new UnreadableEvent("an article that was published in no year of ours", null);
        }
        try {
            ArticleWords words = ArticleWords.of(article);
            return new Indexable(words, Profiler.profile(words), SearchableText.of(words));
        } catch (RuntimeException e) {
            throw new UnreadableEvent("an article that cannot be analysed: " + e, e);
        }
    }
}
