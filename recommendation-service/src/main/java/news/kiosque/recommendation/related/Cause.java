package news.kiosque.recommendation.related;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Where in {@code kiosque.article} the change lies that made a list outdated: whoever computes the list anew has to have
 * read as far. It travels as a header beside the event.
 *
 * @param at when the change was on the topic
 */
record Cause(int partition, long offset, Instant at) {
    private static final String HEADER = "kiosque-cause";

    /** A record of {@code kiosque.article} as the cause of what follows from it. */
    static Cause at(ConsumerRecord<?, ?> article) {
        return new Cause(article.partition(), article.offset(), Instant.ofEpochMilli(article.timestamp()));
    }

    void writeTo(Headers headers) {
        headers.add(HEADER,
                (partition + ":" + offset + ":" + at.toEpochMilli()).getBytes(StandardCharsets.US_ASCII));
    }

    /** The cause that a record names; none where it names none, or nonsense. */
    static Optional<Cause> of(ConsumerRecord<?, ?> record) {
        Header header = record.headers().lastHeader(HEADER);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        String[] parts = new String(header.value(), StandardCharsets.US_ASCII).split(":");
        try {
            return parts.length == 3
                    ? Optional.of(new Cause(Integer.parseInt(parts[0]), Long.parseLong(parts[1]),
                            Instant.ofEpochMilli(Long.parseLong(parts[2]))))
                    : Optional.empty();
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
