package news.kiosque.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import news.kiosque.events.ArticleEvent;
import news.kiosque.events.Event;
import news.kiosque.events.Topics;
import news.kiosque.platform.kafka.EventDeserializer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** {@code kiosque.article} as a new consumer would see it. */
record ArticleTopic(String bootstrapServers) {

    static ArticleTopic of(Suite suite) {
        return new ArticleTopic(environment(suite, "article-service").get("KIOSQUE_KAFKA"));
    }

    /** Reads all that is committed from the start; the last record of every key wins. */
    Map<String, ArticleEvent> lastStates() {
        Map<String, ArticleEvent> states = new HashMap<>();
        try (KafkaConsumer<String, Event> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(), new EventDeserializer())) {
            read(consumer, Topics.ARTICLE, record -> states.put(record.key(), (ArticleEvent) record.value()));
        }
        return states;
    }

    /** Hands out all that is in a topic now. */
    static <K, V> void read(KafkaConsumer<K, V> consumer, String topic, Consumer<ConsumerRecord<K, V>> each) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic, Duration.ofSeconds(10)).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, Duration.ofSeconds(10));
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            consumer.poll(Duration.ofMillis(500)).forEach(each);
        }
    }

    /** Waits until an article is told of. */
    void await(String id) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> lastStates().containsKey(id));
    }

    /** The variables that a process of the suite was started with. */
    static Map<String, String> environment(Suite suite, String process) {
        OptionalLong pid = suite.pid(process);
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid.orElseThrow()), "environ")).lines()
                    .flatMap(text -> List.of(text.split("\0")).stream()).filter(entry -> entry.contains("="))
                    .collect(Collectors.toMap(entry -> entry.substring(0, entry.indexOf('=')),
                            entry -> entry.substring(entry.indexOf('=') + 1), (first, second) -> first));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
