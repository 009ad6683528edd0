package news.kiosque.standalone.check;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import news.kiosque.events.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records the services still have to work off. They are counted, since the distance of offsets also counts the
 * marks of transactions.
 */
final class Lag implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;
    private static final Map<String, String> READERS = Map.of(Topics.ARTICLE, "recommendation-service",
            Topics.RELATED_DIRTY, "recommendation-service", Topics.RELATED, "article-service-related");

    private final Admin admin;
    private final KafkaConsumer<String, byte[]> consumer;

    Lag(String kafka) {
        admin = Admin.create(Map.of("bootstrap.servers", kafka));
        consumer = TopicReader.consumer(kafka);
    }

    long records() throws InterruptedException {
        long all = 0;
        for (var reader : READERS.entrySet()) {
            all += records(reader.getKey(), reader.getValue());
        }
        return all;
    }

    private long records(String topic, String group) throws InterruptedException {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(one -> new TopicPartition(topic, one.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        committed(group).forEach((partition, offset) -> {
            if (partitions.contains(partition)) {
                consumer.seek(partition, offset);
            }
        });
        var count = new AtomicLong();
        TopicReader.readTo(consumer, consumer.endOffsets(partitions), record -> count.incrementAndGet());
        return count.get();
    }

    private Map<TopicPartition, Long> committed(String group) throws InterruptedException {
        try {
            var offsets = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get(PATIENCE_SECONDS,
                    TimeUnit.SECONDS);
            offsets.values().removeIf(offset -> offset == null);
            return offsets.entrySet().stream().collect(
                    java.util.stream.Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not say how far " + group + " has read", e);
        }
    }

    @Override
    public void close() {
        admin.close();
        consumer.close();
    }
}
