package news.kiosque.recommendation.index;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far the index has come in its topic.
 *
 * @param topicId of the topic that was read; another one of the same name has other offsets
 * @param next by partition, the offset of the record that comes next
 * @param at when the topic was last heard
 */
public record ReplicaPosition(String topicId, Map<Integer, Long> next, Instant at) {
    public static final ReplicaPosition NONE = new ReplicaPosition("", Map.of(), Instant.EPOCH);
    private static final String AT = "at";
    private static final String TOPIC = "topic";
    private static final String PARTITION = "partition.";

    public ReplicaPosition {
        next = Map.copyOf(next);
    }

    /** The offset that comes next in a partition; 0 before anything was read. */
    public long next(int partition) {
        return next.getOrDefault(partition, 0L);
    }

    /** Whether all that the other one has read was read here too. */
    public boolean covers(Map<Integer, Long> other) {
        return other.entrySet().stream().allMatch(end -> next(end.getKey()) >= end.getValue());
    }

    /** As it is kept with a commit. */
    public Map<String, String> asCommitData() {
        Map<String, String> data = new TreeMap<>();
        data.put(TOPIC, topicId);
        data.put(AT, at.toString());
        next.forEach((partition, offset) -> data.put(PARTITION + partition, offset.toString()));
        return data;
    }

    /** What {@link #asCommitData()} kept; {@link #NONE} where nothing was. */
    public static ReplicaPosition ofCommitData(Map<String, String> data) {
        Map<Integer, Long> next = new HashMap<>();
        data.forEach((key, value) -> {
            if (key.startsWith(PARTITION)) {
                next.put(Integer.valueOf(key.substring(PARTITION.length())), Long.valueOf(value));
            }
        });
        return new ReplicaPosition(data.getOrDefault(TOPIC, ""), next,
                Instant.parse(data.getOrDefault(AT, Instant.EPOCH.toString())));
    }
}
