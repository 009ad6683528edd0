package news.kiosque.recommendation.related;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import news.kiosque.events.Event;
import news.kiosque.events.RelatedEvent;
import news.kiosque.events.Topics;
import news.kiosque.platform.kafka.Records;
import news.kiosque.platform.kafka.UnreadableEvent;
import news.kiosque.recommendation.intake.ArticleIntake;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.core.KafkaOperations;

/** A record that was a dead letter, worked off after all: an article is indexed here, and its list asked for. */
final class ReplayedWork {
    private static final URI SOURCE = URI.create("/recommendation-service");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ArticleIntake intake;
    private final KafkaOperations<String, byte[]> kafka;
    private final InstantSource clock;

    ReplayedWork(ArticleIntake intake, KafkaOperations<String, byte[]> kafka, InstantSource clock) {
        this.intake = intake;
        this.kafka = kafka;
        this.clock = clock;
    }

    void take(ConsumerRecord<String, Event> record)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Event event = Records.event(record);
        if (record.topic().equals(Topics.ARTICLE)) {
            intake.take(record);
            intake.found();
            ask(Mark.ofNew(record.key(), Cause.at(record), clock.instant()));
        } else if (event instanceof RelatedEvent list) {
            ask(Mark.ofRecompute(list.articleId(), clock.instant()));
        } else {
            throw new UnreadableEvent("not work", null);
        }
    }

    private void ask(Mark mark) throws InterruptedException, ExecutionException, TimeoutException {
        kafka.send(mark.toRecord(SOURCE)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
