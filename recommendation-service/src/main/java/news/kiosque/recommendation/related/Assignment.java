package news.kiosque.recommendation.related;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import news.kiosque.events.Event;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the group has given to this instance: partitions, how far they are worked off, and what of them is left. */
final class Assignment {
    private final Ownership ownership;
    private final TopicEnds ends;
    private final Backlog backlog = new Backlog();
    private final Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();

    Assignment(Ownership ownership, TopicEnds ends) {
        this.ownership = ownership;
        this.ends = ends;
    }

    Backlog backlog() {
        return backlog;
    }

    /** How far each partition is once some work is done. */
    Map<TopicPartition, OffsetAndMetadata> positionsWith(Map<TopicPartition, OffsetAndMetadata> done) {
        Map<TopicPartition, OffsetAndMetadata> all = new HashMap<>(positions);
        all.putAll(done);
        return all;
    }

    void advance(Map<TopicPartition, OffsetAndMetadata> done) {
        positions.putAll(done);
    }

    /** What was read and asks for nothing: Kafka's marks behind transactions, which have offsets too. */
    Map<TopicPartition, OffsetAndMetadata> passed(Consumer<?, ?> consumer) {
        Map<TopicPartition, OffsetAndMetadata> passed = new HashMap<>();
        positions.forEach((partition, position) -> {
            long next = consumer.position(partition);
            if (ownership.owns(partition.partition()) && next > position.offset()) {
                passed.put(partition, new OffsetAndMetadata(next));
            }
        });
        return passed;
    }

    void forget() {
        backlog.clear();
        positions.clear();
        ownership.taken(ownership.owned());
    }

    /** Runs on the thread that polls. */
    ConsumerRebalanceListener listener(Consumer<String, Event> consumer) {
        return new ConsumerRebalanceListener() {

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
        };
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
