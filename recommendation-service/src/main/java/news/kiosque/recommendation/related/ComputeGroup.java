package news.kiosque.recommendation.related;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import news.kiosque.events.Event;
import news.kiosque.events.Topics;
import news.kiosque.recommendation.intake.Replica;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * This instance's part in computing lists: the partitions that the group gives it, worked off in rounds.
 *
 * <p>It drives its consumer itself because a listener container commits what it has handed out, while here a record waits
 * until the replica has read as far, without holding up its neighbours ({@code docs/adr/0007-related-articles.md}).
 */
final class ComputeGroup {
    private static final Logger LOG = LoggerFactory.getLogger(ComputeGroup.class);
    static final String GROUP = "recommendation-service";
    private static final Duration IDLE = Duration.ofMillis(50);
    private static final Duration WAITING = Duration.ofMillis(5);
    private static final Duration AT_WORK = Duration.ofMillis(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TIDYING = Duration.ofSeconds(1);
    private static final int RECORDS_A_FETCH = 200;

    private final ConsumerFactory<String, Event> consumers;
    private final Replica replica;
    private final Ownership ownership;
    private final Assignment assignment;
    private final OutdatedLists outdated;
    private final Rounds rounds;
    private final Queues queues;
    private final Causes causes;
    private long tidied = System.nanoTime();
    private boolean worked;
    private volatile boolean open = true;

    ComputeGroup(ConsumerFactory<String, Event> consumers, Replica replica, Ownership ownership, TopicEnds ends,
            OutdatedLists outdated, Rounds rounds, Queues queues) {
        this.consumers = consumers;
        this.replica = replica;
        this.ownership = ownership;
        this.assignment = new Assignment(ownership, ends);
        this.outdated = outdated;
        this.rounds = rounds;
        this.queues = queues;
        this.causes = new Causes(replica);
    }

    void close() {
        open = false;
    }

    Set<Integer> owned() {
        return ownership.owned();
    }

    /** Works until it is closed; what fails is begun again from the offsets that were committed. */
    void run() {
        Duration pause = FIRST_PAUSE;
        while (open) {
            try (Consumer<String, Event> consumer = consumers.createConsumer(GROUP, GROUP, null, group())) {
                consumer.subscribe(Lane.topics(), assignment.listener(consumer));
                while (open) {
                    round(consumer);
                    pause = FIRST_PAUSE;
                }
            } catch (RuntimeException e) {
                LOG.error("Computing lists failed; it is tried again", e);
                assignment.forget();
                rounds.forget();
                pause = sleep(pause);
            }
        }
    }

    private void round(Consumer<String, Event> consumer) {
        assignment.backlog().add(consumer.poll(patience()));
        outdated.hearOfDepartures();
        worked = false;
        for (Lane lane : Lane.values()) {
            worked = worked || rounds.pace().isTurnOf(lane) && work(consumer, lane);
        }
        if (!worked && assignment.backlog().isEmpty() && System.nanoTime() - tidied > BETWEEN_TIDYING.toNanos()) {
            tidied = System.nanoTime();
            tidy(consumer);
        }
        pause(consumer, assignment.backlog().partitions());
        queues.look(consumer, assignment.backlog());
    }

    private Duration patience() {
        if (worked) {
            return AT_WORK;
        }
        if (outdated.isAwaited()) {
            return WAITING;
        }
        if (assignment.backlog().isEmpty()) {
            return IDLE;
        }
        Duration pause = assignment.backlog().isOnly(Lane.BACKFILL) ? rounds.pace().untilBackfill() : WAITING;
        return pause.compareTo(IDLE) > 0 ? IDLE : pause.compareTo(WAITING) < 0 ? WAITING : pause;
    }

    /** @return whether there was anything to do */
    private boolean work(Consumer<String, Event> consumer, Lane lane) {
        Backlog.Work work = assignment.backlog().take(lane, record -> isReady(record, consumer), rounds::lists,
                rounds.pace().lists(lane));
        Set<String> lists = lane == Lane.PUBLICATIONS ? outdated.waiting() : Set.of();
        if (work.isEmpty() && lists.isEmpty()) {
            return false;
        }
        var sent = rounds.transact(lane, work.records(), lists, assignment.positionsWith(work.offsets()),
                consumer.groupMetadata());
        assignment.advance(work.offsets());
        outdated.done(lists);
        outdated.check(sent);
        return true;
    }

    /** Passes what asks for nothing, so that it does not look like work that is left. */
    private void tidy(Consumer<String, Event> consumer) {
        Map<TopicPartition, OffsetAndMetadata> passed = assignment.passed(consumer);
        if (!passed.isEmpty()) {
            assignment.advance(passed);
            rounds.pass(assignment.positionsWith(passed), consumer.groupMetadata());
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
}
