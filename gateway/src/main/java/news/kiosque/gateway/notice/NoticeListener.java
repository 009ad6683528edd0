package news.kiosque.gateway.notice;

import news.kiosque.events.Event;
import news.kiosque.events.NoticePublished;
import news.kiosque.events.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.PartitionOffset;
import org.springframework.kafka.annotation.TopicPartition;

/** Hears of new notices. Every instance reads all of them from the start and commits nothing. */
final class NoticeListener {
    private final Notices notices;
    private final NoticeFile file;

    NoticeListener(Notices notices, NoticeFile file) {
        this.notices = notices;
        this.file = file;
    }

    @KafkaListener(id = "notices", idIsGroup = false, containerFactory = "withoutGroup", topicPartitions = @TopicPartition(topic = Topics.NOTICE, partitionOffsets = @PartitionOffset(partition = "0", initialOffset = "0")))
    void on(ConsumerRecord<String, Event> record) {
        boolean changed = record.value() instanceof NoticePublished published
                ? notices.put(published)
                : notices.remove(record.key());
        if (changed) {
            file.write(notices.all());
        }
    }
}
