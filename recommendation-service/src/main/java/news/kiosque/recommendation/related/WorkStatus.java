package news.kiosque.recommendation.related;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import news.kiosque.recommendation.intake.Replica;
import news.kiosque.recommendation.setting.InService;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far the work is: this instance's index, and what all instances have left to do. */
final class WorkStatus {
    private static final long PATIENCE_SECONDS = 10;

    private final Map<String, Object> adminSettings;
    private final Replica replica;
    private final KnownLists known;
    private final InService similarity;

    WorkStatus(Map<String, Object> adminSettings, Replica replica, KnownLists known, InService similarity) {
        this.adminSettings = adminSettings;
        this.replica = replica;
        this.known = known;
        this.similarity = similarity;
    }

    /**
     * @param articles live ones in this instance's index
     * @param lists that {@code kiosque.related} holds
     * @param unseen records that this instance has written and cannot find yet
     * @param left by lane, the records that no instance has worked off yet: transaction marks count too
     * @param fault why this instance's index takes nothing, if so
     */
    record Answer(String algorithm, boolean caughtUp, int articles, int lists, long unseen, Map<String, Long> left,
            @Nullable String fault) {}

    Answer now() {
        return new Answer(similarity.now().settings().algorithm(), replica.isCaughtUp(), replica.index().size(),
                known.size(),
                replica.waiting(), left(), replica.fault().orElse(null));
    }

    private Map<String, Long> left() {
        try (Admin admin = Admin.create(adminSettings)) {
            Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(ComputeGroup.GROUP)
                    .partitionsToOffsetAndMetadata().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Map<String, Long> left = new LinkedHashMap<>();
            for (Lane lane : Lane.values()) {
                left.put(lane.name().toLowerCase(Locale.ROOT), left(admin, lane, done));
            }
            return left;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker does not say how far the work is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while asking how far the work is", e);
        }
    }

    private static long left(Admin admin, Lane lane, Map<TopicPartition, OffsetAndMetadata> done)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<TopicPartition> partitions = admin.describeTopics(List.of(lane.topic())).allTopicNames()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS).get(lane.topic()).partitions().stream()
                .map(one -> new TopicPartition(lane.topic(), one.partition())).toList();
        long left = 0;
        var ends = admin.listOffsets(partitions.stream()
                .collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest())),
                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata at = done.get(partition);
            left += Math.max(0, ends.get(partition).offset() - (at == null ? 0 : at.offset()));
        }
        return left;
    }
}
