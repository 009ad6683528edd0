package news.kiosque.recommendation.related;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import news.kiosque.events.ArticlePublished;
import news.kiosque.events.Event;
import news.kiosque.events.RelatedComputed;
import news.kiosque.events.RelatedDeferred;
import news.kiosque.events.RelatedOutdated;
import news.kiosque.platform.kafka.DeadLetters;
import news.kiosque.platform.kafka.OutgoingEvent;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.ReplicaPosition;
import news.kiosque.recommendation.intake.Replica;
import news.kiosque.recommendation.setting.InService;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;

/** Computes what records ask for. Lists, marks, dead letters and offsets of a round are one Kafka transaction. */
final class Rounds {
    private static final URI SOURCE = URI.create("/recommendation-service");

    private final KafkaTemplate<String, byte[]> transactions;
    private final Replica replica;
    private final KnownLists known;
    private final InService similarity;
    private final InstantSource clock;
    private final String service;
    private final Rates rates;
    private final Pace pace;
    private final ComputedViews views = new ComputedViews();

    Rounds(KafkaTemplate<String, byte[]> transactions, Replica replica, KnownLists known, InService similarity,
            InstantSource clock, String service, Rates rates, Pace pace) {
        this.transactions = transactions;
        this.replica = replica;
        this.known = known;
        this.similarity = similarity;
        this.clock = clock;
        this.service = service;
        this.rates = rates;
        this.pace = pace;
    }

    Pace pace() {
        return pace;
    }

    /**
     * @param outdated lists that no record asks for
     * @param offsets how far every partition is then
     * @return the lists that were sent
     */
    Iterable<RelatedComputed> transact(Lane lane, Iterable<ConsumerRecord<String, Event>> records, Set<String> outdated,
            Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        AtomicLong computed = new AtomicLong();
        Round round = Objects.requireNonNull(transactions.executeInTransaction(kafka -> {
            long began = System.nanoTime();
            Round done = compute(records, outdated);
            computed.set(System.nanoTime());
            pace.worked(lane, done.computed().size(), computed.get() - began);
            send(done, kafka);
            kafka.sendOffsetsToTransaction(offsets, group);
            return done;
        }));
        pace.committed(System.nanoTime() - computed.get());
        for (RelatedComputed list : round.lists()) {
            known.keep(list);
            rates.sent(list);
        }
        return round.lists();
    }

    /** Commits offsets alone. */
    void pass(Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        transactions.executeInTransaction(kafka -> {
            kafka.sendOffsetsToTransaction(offsets, group);
            return true;
        });
    }

    /** What a record costs: nothing when its list was computed since, or is put off. */
    int lists(ConsumerRecord<?, Event> record) {
        boolean putOff = record.value() instanceof ArticlePublished published && Backfill.isOne(record, published);
        return putOff || isDone(record) ? 0 : 1;
    }

    void forget() {
        views.clear();
    }

    private Round compute(Iterable<ConsumerRecord<String, Event>> records, Set<String> outdated) {
        ReplicaPosition position = replica.index().visible();
        try (CandidateIndex.View view = replica.index().open()) {
            Round round = new Round(similarity.now(), known, view, clock.instant());
            for (ConsumerRecord<String, Event> record : records) {
                if (!isDone(record)) {
                    round.on(record);
                }
            }
            round.outdated(outdated);
            round.compute();
            views.computed(round.computed(), position);
            return round;
        }
    }

    private void send(Round round, KafkaOperations<String, byte[]> kafka) {
        round.lists().forEach(list -> kafka.send(OutgoingEvent.of(list, list.computedAt()).toRecord(SOURCE)));
        round.marks().forEach(mark -> kafka.send(mark.toRecord(SOURCE)));
        DeadLetters deadLetters = new DeadLetters(kafka, service, clock);
        round.failures().forEach((record, reason) -> {
            deadLetters.accept(record, reason);
            rates.deadLetter();
        });
    }

    private boolean isDone(ConsumerRecord<?, Event> record) {
        return switch (record.value()) {
            case RelatedOutdated list -> knew(list.articleId(), record);
            case RelatedDeferred list -> !list.cause().equals(RelatedDeferred.NEW) && knew(list.articleId(), record);
            case null, default -> false;
        };
    }

    private boolean knew(String articleId, ConsumerRecord<?, Event> mark) {
        return Cause.of(mark).map(cause -> views.knew(articleId, cause)).orElse(false);
    }
}
