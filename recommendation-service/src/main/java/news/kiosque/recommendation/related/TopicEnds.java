package news.kiosque.recommendation.related;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Where the partitions of a topic end, with what is not committed yet. */
record TopicEnds(Map<String, Object> adminSettings, String topic) {
    private static final long PATIENCE_SECONDS = 10;

    /** @throws IllegalStateException when the broker does not say */
    Map<Integer, Long> of(Collection<Integer> partitions) {
        Map<TopicPartition, OffsetSpec> asked = partitions.stream()
                .collect(Collectors.toMap(one -> new TopicPartition(topic, one), one -> OffsetSpec.latest()));
        try (Admin admin = Admin.create(adminSettings)) {
            Map<Integer, Long> ends = new HashMap<>();
            admin.listOffsets(asked).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
            return ends;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker does not say where " + topic + " ends", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while asking where " + topic + " ends", e);
        }
    }
}
