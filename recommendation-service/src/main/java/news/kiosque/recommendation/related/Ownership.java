package news.kiosque.recommendation.related;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.utils.Utils;

/**
 * The partitions whose lists this instance writes. A partition that was just given to it counts only when everything that
 * its last owner wrote there was read.
 */
final class Ownership {
    private final KnownLists known;
    private final int partitions;
    private final Map<Integer, Long> awaited = new HashMap<>();
    private final Set<Integer> settled = ConcurrentHashMap.newKeySet();

    Ownership(KnownLists known, int partitions) {
        this.known = known;
        this.partitions = partitions;
    }

    /** @param end of the partition of {@code kiosque.related}, with what may still be uncommitted there */
    void given(int partition, long end) {
        settled.remove(partition);
        awaited.put(partition, end);
    }

    void taken(Collection<Integer> lost) {
        lost.forEach(awaited::remove);
        settled.removeAll(lost);
    }

    /** The partitions that have become this instance's since it was asked last. */
    Set<Integer> newlySettled() {
        Set<Integer> found = new HashSet<>();
        awaited.forEach((partition, end) -> {
            if (known.covers(partition, end)) {
                found.add(partition);
            }
        });
        found.forEach(awaited::remove);
        settled.addAll(found);
        return found;
    }

    boolean owns(int partition) {
        return settled.contains(partition);
    }

    boolean owns(String articleId) {
        return owns(partitionOf(articleId));
    }

    int partitionOf(String articleId) {
        return partition(articleId, partitions);
    }

    /** Where Kafka puts what has this key. */
    static int partition(String articleId, int partitions) {
        return BuiltInPartitioner.partitionForKey(Utils.utf8(articleId), partitions);
    }

    Set<Integer> owned() {
        return Set.copyOf(settled);
    }
}
