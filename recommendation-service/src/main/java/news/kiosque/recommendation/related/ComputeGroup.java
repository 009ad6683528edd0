package news.kiosque.recommendation.related;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import news.kiosque.events.ArticlePublished;
import news.kiosque.events.Event;
import news.kiosque.events.RelatedComputed;
import news.kiosque.events.RelatedDeferred;
import news.kiosque.events.RelatedOutdated;
import news.kiosque.events.Topics;
import news.kiosque.platform.kafka.DeadLetters;
import news.kiosque.platform.kafka.OutgoingEvent;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.ReplicaPosition;
import news.kiosque.recommendation.intake.Replica;
import news.kiosque.recommendation.setting.InService;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * This instance's part in computing lists: the partitions that the group gives it, worked off in rounds. Lists, marks,
 * dead letters and offsets of a round are one Kafka transaction.
 *
 * <p>It drives its consumer itself because a listener container commits what it has handed out, while here a record waits
 * until the replica has read as far, without holding up its neighbours ({@code docs/adr/0007-related-articles.md}).
 */
final class ComputeGroup {
    private static final Logger LOG = LoggerFactory.getLogger(ComputeGroup.class);
    static final String GROUP = "recommendation-service";
    private static final URI SOURCE = URI.create("/recommendation-service");
    private static final Duration IDLE = Duration.ofMillis(50);
    private static final Duration WAITING = Duration.ofMillis(5);
    private static final Duration AT_WORK = Duration.ofMillis(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TIDYING = Duration.ofSeconds(1);
    private static final int RECORDS_A_FETCH = 200;

    private final ConsumerFactory<String, Event> consumers;
    private final KafkaTemplate<String, byte[]> transactions;
    private final Replica replica;
    private final KnownLists known;
    private final LeftArticles left;
    private final InService similarity;
    private final InstantSource clock;
    private final String service;
    private final Ownership ownership;
    private final Rates rates;
    private final TopicEnds ends;
    private final Pace pace;
    private final Causes causes;
    private final ComputedViews views = new ComputedViews();
    private final Backlog backlog = new Backlog();
    private final Set<String> outdated = new LinkedHashSet<>();
    private final Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    private long tidied = System.nanoTime();
    private boolean worked;
    private volatile boolean open = true;

    ComputeGroup(ConsumerFactory<String, Event> consumers, KafkaTemplate<String, byte[]> transactions, Replica replica,
            KnownLists known, LeftArticles left, InService similarity, InstantSource clock, String service,
            Rates rates, TopicEnds ends, Pace pace) {
        this.consumers = consumers;
        this.transactions = transactions;
        this.replica = replica;
        this.known = known;
        this.left = left;
        this.similarity = similarity;
        this.clock = clock;
        this.service = service;
        this.rates = rates;
        this.ends = ends;
        this.pace = pace;
        this.causes = new Causes(replica);
        this.ownership = new Ownership(known, Topics.named(Topics.RELATED).partitions());
    }

    void close() {
        open = false;
    }

    Set<Integer> owned() {
        return ownership.owned();
    }

    /** Works until it is closed; what fails is begun again from the offsets that were committed. */
    void run() {
        Duration pause = Duration.ofMillis(200);
        while (open) {
            try (Consumer<String, Event> consumer = consumers.createConsumer(GROUP, GROUP, null, group())) {
                consumer.subscribe(Lane.topics(), new Rebalances(consumer));
                while (open) {
                    round(consumer);
                    pause = Duration.ofMillis(200);
                }
            } catch (RuntimeException e) {
                LOG.error("Computing lists failed; it is tried again", e);
                reset();
                pause = sleep(pause);
            }
        }
    }

    private void round(Consumer<String, Event> consumer) {
        backlog.add(consumer.poll(patience()));
        hearOfDepartures();
        worked = false;
        for (Lane lane : Lane.values()) {
            worked = worked || pace.isTurnOf(lane) && work(consumer, lane);
        }
        if (!worked && backlog.isEmpty() && System.nanoTime() - tidied > BETWEEN_TIDYING.toNanos()) {
            tidied = System.nanoTime();
            passMarkers(consumer);
        }
        pause(consumer, backlog.partitions());
    }

    private Duration patience() {
        if (worked) {
            return AT_WORK;
        }
        if (!outdated.isEmpty() || !left.isEmpty()) {
            return WAITING;
        }
        if (backlog.isEmpty()) {
            return IDLE;
        }
        Duration pause = backlog.isOnly(Lane.BACKFILL) ? pace.untilBackfill() : WAITING;
        return pause.compareTo(IDLE) > 0 ? IDLE : pause.compareTo(WAITING) < 0 ? WAITING : pause;
    }

    /** Asks the client only for what changes: each of these waits for its network thread. */
    private static void pause(Consumer<String, Event> consumer, Set<TopicPartition> busy) {
        Set<TopicPartition> paused = consumer.paused();
        Set<TopicPartition> free = new HashSet<>(paused);
        free.removeAll(busy);
        if (!free.isEmpty()) {
            consumer.resume(free);
        }
        if (!paused.containsAll(busy)) {
            consumer.pause(busy);
        }
    }

    /** What Kafka writes after a transaction takes an offset too; passed over, it does not look like work that is left. */
    private void passMarkers(Consumer<String, Event> consumer) {
        Map<TopicPartition, OffsetAndMetadata> passed = new HashMap<>();
        positions.forEach((partition, position) -> {
            long next = consumer.position(partition);
            if (ownership.owns(partition.partition()) && next > position.offset()) {
                passed.put(partition, new OffsetAndMetadata(next));
            }
        });
        if (!passed.isEmpty()) {
            positions.putAll(passed);
            transactions.executeInTransaction(kafka -> {
                kafka.sendOffsetsToTransaction(positions, consumer.groupMetadata());
                return true;
            });
        }
    }

    /** @return whether there was anything to do */
    private boolean work(Consumer<String, Event> consumer, Lane lane) {
        Backlog.Work work = backlog.take(lane, record -> isReady(record, consumer), this::lists,
                pace.lists(lane));
        boolean departures = lane == Lane.PUBLICATIONS && !outdated.isEmpty();
        if (work.isEmpty() && !departures) {
            return false;
        }
        Round round = transact(consumer, lane, work, departures ? Set.copyOf(outdated) : Set.of());
        positions.putAll(work.offsets());
        if (departures) {
            outdated.clear();
        }
        settle(round);
        return true;
    }

    private Round transact(Consumer<String, Event> consumer, Lane lane, Backlog.Work work, Set<String> departures) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(positions);
        offsets.putAll(work.offsets());
        AtomicLong computed = new AtomicLong();
        Round round = Objects.requireNonNull(transactions.executeInTransaction(kafka -> {
            long began = System.nanoTime();
            Round done = compute(work, departures);
            computed.set(System.nanoTime());
            pace.worked(lane, done.computed().size(), computed.get() - began);
            send(done, kafka);
            kafka.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
            return done;
        }));
        pace.committed(System.nanoTime() - computed.get());
        return round;
    }

    private Round compute(Backlog.Work work, Set<String> departures) {
        ReplicaPosition position = replica.index().visible();
        try (CandidateIndex.View view = replica.index().open()) {
            Round round = new Round(similarity.now(), known, view, clock.instant());
            work.records().stream().filter(record -> !isDone(record)).forEach(round::on);
            round.outdated(departures);
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

    /** What a record costs: nothing when its list was computed since, or is put off. */
    private int lists(ConsumerRecord<?, Event> record) {
        boolean putOff = record.value() instanceof ArticlePublished published && Backfill.isOne(record, published);
        return putOff || isDone(record) ? 0 : 1;
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

    /** An article that left while these lists were on their way is in some of them: they are computed again. */
    private void settle(Round round) {
        for (RelatedComputed list : round.lists()) {
            known.keep(list);
            rates.sent(list);
            if (list.items().stream().anyMatch(item -> !replica.index().isLive(item.articleId()))) {
                outdated.add(list.articleId());
            }
        }
    }

    private void hearOfDepartures() {
        for (String gone : left.isEmpty() ? List.<String>of() : left.drain(replica.index())) {
            known.naming(gone).stream().filter(ownership::owns).forEach(outdated::add);
        }
        Set<Integer> settled = ownership.newlySettled();
        if (!settled.isEmpty()) {
            known.naming(article -> !replica.index().isLive(article)).stream()
                    .filter(article -> settled.contains(ownership.partitionOf(article))).forEach(outdated::add);
            LOG.info("Writes the lists of partitions {}", ownership.owned());
        }
    }

    private boolean isReady(ConsumerRecord<String, Event> record, Consumer<String, Event> consumer) {
        if (!ownership.owns(record.partition())) {
            return false;
        }
        return record.topic().equals(Topics.ARTICLE)
                ? replica.visible(record.partition()) > record.offset()
                : causes.isFound(record, consumer);
    }

    private void reset() {
        backlog.clear();
        positions.clear();
        views.clear();
        ownership.taken(ownership.owned());
    }

    private static Properties group() {
        Properties settings = new Properties();
        settings.put("group.protocol", "consumer");
        settings.put("group.remote.assignor", "range");
        settings.put("max.poll.records", Integer.toString(RECORDS_A_FETCH));
        settings.put("fetch.max.bytes", "4194304");
        return settings;
    }

    private static Duration sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    /** Runs on the thread that polls. */
    private final class Rebalances implements ConsumerRebalanceListener {
        private final Consumer<String, Event> consumer;

        Rebalances(Consumer<String, Event> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> given) {
            for (TopicPartition partition : given) {
                // Waits until no transaction of the last owner's is open on these offsets.
                positions.put(partition, new OffsetAndMetadata(consumer.position(partition)));
            }
            ends.of(numbers(given)).forEach(ownership::given);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> taken) {
            lose(taken);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> taken) {
            lose(taken);
        }

        private void lose(Collection<TopicPartition> taken) {
            backlog.drop(taken);
            positions.keySet().removeAll(taken);
            ownership.taken(numbers(taken));
        }

        private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
            return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
        }
    }
}
