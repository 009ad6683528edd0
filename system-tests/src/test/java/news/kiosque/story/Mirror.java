package news.kiosque.story;

import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Tells another Kafka, which has the topics, what one tells. */
record Mirror(String from, String to) {

    void copy(List<String> topics) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", from, "isolation.level", "read_committed"), new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", to, "acks", "all"), new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (String topic : topics) {
                ArticleTopic.read(consumer, topic, record -> producer.send(new ProducerRecord<>(topic,
                        record.partition(), record.key(), record.value(), record.headers())));
            }
            producer.flush();
        }
    }
}
