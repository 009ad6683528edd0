package news.kiosque.bench.related;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import news.kiosque.bench.corpus.Enlarged;
import news.kiosque.events.ArticlePublished;
import news.kiosque.events.Event;
import news.kiosque.events.Order;
import news.kiosque.events.PublicArticle;
import news.kiosque.events.RelatedComputed;
import news.kiosque.events.Topics;
import news.kiosque.platform.kafka.EventDeserializer;
import news.kiosque.platform.kafka.OutgoingEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** How soon an article that is published has its list, once an archive is there and while others are published. */
final class Publications {
    private static final URI SOURCE = URI.create("/article-service");
    private static final int A_SECOND = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String NEW = "new-";

    private final Enlarged articles;
    private final Consumer<Figure> figures;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Map<String, Long> heard = new ConcurrentHashMap<>();
    private volatile boolean open = true;

    Publications(Enlarged articles, Consumer<Figure> figures) {
        this.articles = articles;
        this.figures = figures;
    }

    /** @param most articles of the archive that are published again as new ones, after as many that do not count */
    void measure(Path folder, int most) throws IOException, InterruptedException {
        try (OwnService service = new OwnService(folder, "1g", 1);
                KafkaProducer<String, byte[]> producer = producer(service)) {
            Thread ear = Thread.ofPlatform().daemon().start(() -> hear(service));
            articles.forEach(article -> send(article, producer));
            producer.flush();
            Duration before = service.cpu();
            await(articles.size());
            tell("lists a second and core, as a service, with intake",
                    articles.size() / (double) Math.max(1, service.cpu().minus(before).toMillis()) * 1000, "");
            publish(most, "warm-", producer);
            await(articles.size() + most);
            publish(most, NEW, producer);
            await(articles.size() + 2 * most);
            double[] millis = sent.entrySet().stream().filter(one -> one.getKey().startsWith(NEW))
                    .mapToDouble(one -> (heard.get(one.getKey()) - one.getValue()) / 1e6).sorted().toArray();
            tell("published to listed at 20 a second, p50", Cpu.percentile(millis, 50), "ms");
            tell("published to listed at 20 a second, p99", Cpu.percentile(millis, 99), "ms");
            open = false;
            ear.join();
        }
    }

    private void publish(int most, String prefix, KafkaProducer<String, byte[]> producer) throws InterruptedException {
        List<PublicArticle> news = Lists.sample(articles, most);
        long began = System.nanoTime();
        for (int i = 0; i < news.size(); i++) {
            long due = began + i * (1_000_000_000L / A_SECOND);
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            send(today(news.get(i), prefix + i), producer);
        }
    }

    private static PublicArticle today(PublicArticle article, String id) {
        return new PublicArticle(id, article.edition(), article.language(), article.url(), article.headline(),
                article.standfirst(), article.sections(), article.authors(), article.tags(), article.body(),
                article.readAlso(), article.corrections(), article.related(), Instant.now(), Instant.now());
    }

    private void send(PublicArticle article, KafkaProducer<String, byte[]> producer) {
        sent.put(article.id(), System.nanoTime());
        producer.send(OutgoingEvent.of(new ArticlePublished(new Order(0, 1), article), Instant.now())
                .toRecord(SOURCE));
    }

    private void await(int lists) throws InterruptedException, IOException {
        Instant until = Instant.now().plus(PATIENCE);
        while (heard.size() < lists) {
            if (Instant.now().isAfter(until)) {
                throw new IOException(heard.size() + " of " + lists + " lists came within " + PATIENCE);
            }
            Thread.sleep(20);
        }
    }

    private void hear(OwnService service) {
        Map<String, Object> settings = Map.of("bootstrap.servers", service.address(), "isolation.level",
                "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new EventDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.RELATED).stream()
                    .map(one -> new TopicPartition(Topics.RELATED, one.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (open) {
                for (ConsumerRecord<String, Event> record : consumer.poll(Duration.ofMillis(20))) {
                    if (record.value() instanceof RelatedComputed list) {
                        heard.putIfAbsent(list.articleId(), System.nanoTime());
                    }
                }
            }
        }
    }

    private static KafkaProducer<String, byte[]> producer(OwnService service) {
        return new KafkaProducer<>(Map.of("bootstrap.servers", service.address()), new StringSerializer(),
                new ByteArraySerializer());
    }

    private void tell(String what, double value, String unit) {
        figures.accept(new Figure(articles.size(), what, value, unit));
    }
}
