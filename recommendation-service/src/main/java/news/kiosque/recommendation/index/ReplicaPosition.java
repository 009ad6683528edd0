package news.kiosque.recommendation.index;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far the index has come in its topic.
 *
 * @param topicId of the topic that was read; another one of the same name has other offsets
 * @param next by partition, the offset of the record that comes next
 */
public record ReplicaPosition(String topicId, Map<Integer, Long> next) {
    public static final ReplicaPosition NONE = new ReplicaPosition("", Map.of());
    private static final String TOPIC = "topic";
    private static final String PARTITION = "partition.";

    public ReplicaPosition {
        next = Map.copyOf(next);
    }

    /** The offset that comes next in a partition; 0 before anything was read. */
    public long next(int partition) {
        return next.getOrDefault(partition, 0L);
    }

    Map<String, String> asCommitData() {
        Map<String, String> data = new TreeMap<>();
        data.put(TOPIC, topicId);
        next.forEach((partition, offset) -> data.put(PARTITION + partition, offset.toString()));
        return data;
    }

    static ReplicaPosition ofCommitData(Map<String, String> data) {
        Map<Integer, Long> next = new HashMap<>();
        data.forEach((key, value) -> {
            if (key.startsWith(PARTITION)) {
                next.put(Integer.valueOf(key.substring(PARTITION.length())), Long.valueOf(value));
            }
        });
        return new ReplicaPosition(data.getOrDefault(TOPIC, ""), next);
    }
}
