package news.kiosque.recommendation.related;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

import news.kiosque.events.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Records that were read and not yet worked off, in the order of their partitions. A partition with records here is
 * paused, so there is never more than one fetch of each.
 */
final class Backlog {
    private static final int MOST_RECORDS = 200;

    private final Map<TopicPartition, Queue<ConsumerRecord<String, Event>>> waiting = new HashMap<>();

    /** Records to be worked off together, and how far their partitions are then. */
    record Work(List<ConsumerRecord<String, Event>> records, Map<TopicPartition, OffsetAndMetadata> offsets) {

        boolean isEmpty() {
            return records.isEmpty();
        }
    }

    void add(Iterable<ConsumerRecord<String, Event>> records) {
        for (ConsumerRecord<String, Event> record : records) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            waiting.computeIfAbsent(partition, any -> new ArrayDeque<>()).add(record);
        }
    }

    /**
     * Takes from each partition of the lane the first records that are ready; one that is not holds back those after it.
     *
     * @param lists how many lists a record asks for
     * @param most lists in all, though one record is always taken
     */
    Work take(Lane lane, Predicate<ConsumerRecord<String, Event>> ready, ToIntFunction<ConsumerRecord<?, Event>> lists,
            int most) {
        List<ConsumerRecord<String, Event>> records = new ArrayList<>();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        int asked = 0;
        for (var entry : waiting.entrySet()) {
            Queue<ConsumerRecord<String, Event>> queue = entry.getValue();
            while (entry.getKey().topic().equals(lane.topic()) && !queue.isEmpty() && asked < most
                    && records.size() < MOST_RECORDS && ready.test(queue.peek())) {
                ConsumerRecord<String, Event> record = queue.remove();
                asked += lists.applyAsInt(record);
                records.add(record);
                offsets.put(entry.getKey(), new OffsetAndMetadata(record.offset() + 1));
            }
        }
        waiting.values().removeIf(Queue::isEmpty);
        return new Work(records, offsets);
    }

    Set<TopicPartition> partitions() {
        return Set.copyOf(waiting.keySet());
    }

    boolean isOnly(Lane lane) {
        return waiting.keySet().stream().allMatch(partition -> partition.topic().equals(lane.topic()));
    }

    int size(Lane lane) {
        return waiting.entrySet().stream().filter(one -> one.getKey().topic().equals(lane.topic()))
                .mapToInt(one -> one.getValue().size()).sum();
    }

    /** Drops what belongs to others now. */
    void drop(Collection<TopicPartition> partitions) {
        waiting.keySet().removeAll(partitions);
    }

    void clear() {
        waiting.clear();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }
}
