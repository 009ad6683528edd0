package news.kiosque.recommendation.related;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import news.kiosque.events.ArticleCorrected;
import news.kiosque.events.ArticleEvent;
import news.kiosque.events.ArticlePublished;
import news.kiosque.events.ArticleRevised;
import news.kiosque.events.ArticleWithdrawn;
import news.kiosque.events.Event;
import news.kiosque.events.PublicArticle;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells what is in no hurry: articles that come from an archive, not from today's newsroom. */
final class Backfill {
    /** An extension attribute with which a producer may say so itself. */
    private static final String HEADER = "ce_backfill";
    private static final Duration OLD_NEWS = Duration.ofDays(2);

    private Backfill() {}

    static boolean isOne(ConsumerRecord<?, Event> record, ArticlePublished published) {
        return record.headers().lastHeader(HEADER) != null || published.article().publishedAt()
                .isBefore(Instant.ofEpochMilli(record.timestamp()).minus(OLD_NEWS));
    }

    /** What an event says of an article that is live. */
    static Optional<PublicArticle> article(ArticleEvent event) {
        return switch (event) {
            case ArticlePublished published -> Optional.of(published.article());
            case ArticleRevised revised -> Optional.of(revised.article());
            case ArticleCorrected corrected -> Optional.of(corrected.article());
            case ArticleWithdrawn _ -> Optional.empty();
        };
    }
}
