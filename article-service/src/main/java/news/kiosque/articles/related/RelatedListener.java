package news.kiosque.articles.related;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import news.kiosque.articles.article.KeepRelated;
import news.kiosque.events.Event;
import news.kiosque.events.RelatedComputed;
import news.kiosque.events.Topics;
import news.kiosque.platform.kafka.Records;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps what the recommendation-service has computed. */
@Component
class RelatedListener {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KeepRelated keepRelated;

    RelatedListener(KeepRelated keepRelated) {
        this.keepRelated = keepRelated;
    }

    @KafkaListener(id = "article-service-related", topics = Topics.RELATED, concurrency = "2")
    void on(ConsumerRecord<String, Event> record) throws Exception {
        if (Records.event(record) instanceof RelatedComputed computed) {
            keepRelated.keep(computed).toFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
