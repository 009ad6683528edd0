package news.kiosque.recommendation.related;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import news.kiosque.events.ArticlePublished;
import news.kiosque.events.ArticleRevised;
import news.kiosque.events.ArticleWithdrawn;
import news.kiosque.events.Block;
import news.kiosque.events.Event;
import news.kiosque.events.Order;
import news.kiosque.events.PublicArticle;
import news.kiosque.events.RelatedComputed;
import news.kiosque.events.RelatedOutdated;
import news.kiosque.events.Topics;
import news.kiosque.platform.kafka.EventDeserializer;
import news.kiosque.platform.kafka.OutgoingEvent;
import news.kiosque.recommendation.RecommendationService;
import news.kiosque.testkit.TestKafka;
import news.kiosque.testkit.TestKeys;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What surrounds the service: publishes articles, hears of lists, and starts instances. */
final class Newsroom implements AutoCloseable {
    private static final URI SOURCE = URI.create("/article-service");

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestKafka.bootstrapServers()), new StringSerializer(),
            new ByteArraySerializer());
    private final Map<String, RelatedComputed> lists = new ConcurrentHashMap<>();
    private final List<RelatedComputed> heard = new CopyOnWriteArrayList<>();
    private final Map<String, Order> orders = new HashMap<>();
    private final Thread ear = Thread.ofPlatform().daemon().start(this::hear);
    private volatile boolean open = true;

    ConfigurableApplicationContext instance(Path data) {
        return new SpringApplicationBuilder(RecommendationService.class).run(arguments(data));
    }

    /** An instance in a process of its own, which can be killed. */
    Process process(Path data) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                        System.getProperty("java.class.path"), RecommendationService.class.getName()));
        command.addAll(List.of(arguments(data)));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(data.resolve("log").toFile())
                .start();
    }

    private static String[] arguments(Path data) {
        return new String[]{"--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(), "--server.port=0",
                "--kiosque.data=" + data, "--kiosque.keys=" + TestKeys.folder(), "--spring.jmx.enabled=false"};
    }

    /** @return where the event lies */
    RecordMetadata publish(String id, String headline, String text, Instant publishedAt) {
        return send(new ArticlePublished(next(id), article(id, headline, text, publishedAt)));
    }

    void revise(String id, String headline, String text, Instant publishedAt) {
        send(new ArticleRevised(next(id), article(id, headline, text, publishedAt)));
    }

    void withdraw(String id) {
        send(new ArticleWithdrawn(next(id), id, id.substring(0, id.indexOf("-")), "/monde/" + id, Instant.now()));
    }

    RecordMetadata send(Event event) {
        return sent(OutgoingEvent.of(event, Instant.now()).toRecord(SOURCE));
    }

    /** @return where the record lies: {@code partition@offset} */
    String send(ProducerRecord<String, byte[]> record) {
        RecordMetadata place = sent(record);
        return place.partition() + "@" + place.offset();
    }

    /** Notes a record that was sound as if it had not been. */
    void noteDeadLetter(RecordMetadata place) {
        String letter = "{\"topic\":\"%s\",\"partition\":%d,\"offset\":%d,\"service\":\"recommendation-service\","
                .formatted(place.topic(), place.partition(), place.offset())
                + "\"reason\":\"a test\",\"at\":\"2026-11-02T12:00:00Z\"}";
        sent(new ProducerRecord<>(Topics.deadLettersOf(place.topic()), place.partition(), "any", letter.getBytes()));
    }

    /** Marks a list as outdated by what lies at a place, or does not. */
    void sendMark(String articleId, String cause) {
        var record = OutgoingEvent.of(new RelatedOutdated(articleId, "any", Instant.now()), Instant.now())
                .toRecord(SOURCE);
        record.headers().add("kiosque-cause", cause.getBytes());
        sent(record);
    }

    private RecordMetadata sent(ProducerRecord<String, byte[]> record) {
        try {
            return producer.send(record).get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    void sendNonsense(String key) {
        producer.send(new ProducerRecord<>(Topics.ARTICLE, key, "{".getBytes()));
        producer.flush();
    }

    Order next(String id) {
        return orders.merge(id, new Order(0, 1), (before, first) -> before.next());
    }

    static PublicArticle article(String id, String headline, String text, Instant publishedAt) {
        return new PublicArticle(id, id.substring(0, id.indexOf("-")), "fr", "/monde/" + id, headline, "",
                List.of(new PublicArticle.Section("monde", "Monde")), List.of(), List.of(),
                List.of(new Block("paragraph", text, null, null, null, null, null, null, null, null, null, null)),
                List.of(), List.of(), null, publishedAt, publishedAt);
    }

    /** The ids on the list that was sent last for an article; null when none was. */
    List<String> list(String id) {
        RelatedComputed list = lists.get(id);
        return list == null ? null : list.items().stream().map(RelatedComputed.Item::articleId).toList();
    }

    /** Whether any list names an article. */
    boolean isListed(String id) {
        return lists.values().stream()
                .anyMatch(list -> list.items().stream().anyMatch(item -> item.articleId().equals(id)));
    }

    RelatedComputed computed(String id) {
        return lists.get(id);
    }

    /** Every list of an article, in the order in which they were sent. */
    List<RelatedComputed> all(String id) {
        return heard.stream().filter(list -> list.articleId().equals(id)).toList();
    }

    /** What is in a topic now, from its start. */
    static List<org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]>> read(String topic) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", TestKafka.bootstrapServers());
        settings.put("isolation.level", "read_committed");
        List<org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
                new org.apache.kafka.common.serialization.ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    private void hear() {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "isolation.level",
                "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new EventDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.RELATED).stream()
                    .map(one -> new TopicPartition(Topics.RELATED, one.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (open) {
                consumer.poll(Duration.ofMillis(50)).forEach(record -> {
                    RelatedComputed list = (RelatedComputed) record.value();
                    heard.add(list);
                    lists.put(list.articleId(), list);
                });
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        ear.join();
        producer.close();
    }
}
