package news.kiosque.standalone.check;

import java.util.Map;

import news.kiosque.events.ArticleCorrected;
import news.kiosque.events.ArticleEvent;
import news.kiosque.events.ArticlePublished;
import news.kiosque.events.ArticleRevised;
import news.kiosque.events.ArticleWithdrawn;
import news.kiosque.events.Event;
import news.kiosque.events.EventType;
import news.kiosque.events.Fingerprint;
import news.kiosque.events.PublicArticle;
import news.kiosque.events.RelatedComputed;
import news.kiosque.events.Topics;
import news.kiosque.standalone.check.Traces.Listed;
import news.kiosque.standalone.check.Traces.Told;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The last record of each key of the two state topics about articles, kept up to date by reading on. */
final class KnownToKafka implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final TopicReader articles;
    private final TopicReader lists;
    private final Lag lag;
    private long unreadable;

    KnownToKafka(String kafka) {
        articles = new TopicReader(kafka, Topics.ARTICLE);
        lists = new TopicReader(kafka, Topics.RELATED);
        lag = new Lag(kafka);
    }

    void readOn(Map<String, Traces> known) {
        articles.readOn(record -> traces(known, record.key()).told = told(record));
        lists.readOn(record -> traces(known, record.key()).listed = listed(known, record));
    }

    /** How many records wait to be worked off. */
    long lag() throws InterruptedException {
        return lag.records();
    }

    /** How many records were no events of their topic. */
    long unreadable() {
        return unreadable;
    }

    private @Nullable Told told(ConsumerRecord<String, byte[]> record) {
        return switch (event(record)) {
            case ArticlePublished published -> live(published, published.article());
            case ArticleRevised revised -> live(revised, revised.article());
            case ArticleCorrected corrected -> live(corrected, corrected.article());
            case ArticleWithdrawn withdrawn -> new Told(withdrawn.order(), null);
            case null, default -> null;
        };
    }

    private static Told live(ArticleEvent event, PublicArticle article) {
        return new Told(event.order(), Fingerprint.of(article));
    }

    private @Nullable Listed listed(Map<String, Traces> known, ConsumerRecord<String, byte[]> record) {
        if (!(event(record) instanceof RelatedComputed computed)) {
            return null;
        }
        var items = computed.items().stream().map(RelatedComputed.Item::articleId).toList();
        return new Listed(computed.order(), Fingerprint.ofList(items), items);
    }

    private @Nullable Event event(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return null;
        }
        try {
            var type = EventType.named(new String(record.headers().lastHeader("ce_type").value(), UTF_8)).orElseThrow();
            return JSON.readValue(record.value(), type.record());
        } catch (RuntimeException e) {
            unreadable++;
            return null;
        }
    }

    private static Traces traces(Map<String, Traces> known, String id) {
        return known.computeIfAbsent(id, any -> new Traces());
    }

    @Override
    public void close() {
        articles.close();
        lists.close();
        lag.close();
    }
}
