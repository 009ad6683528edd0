package news.kiosque.consent.outbox;

import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A collection whose documents carry the event that tells of them. */
public interface Outbox {

    /** The events not yet on Kafka, oldest first; those of one key in their order. */
    Flux<Waiting> waiting(int limit);

    /** Takes those off that Kafka has committed. */
    Mono<Void> published(List<Waiting> sent);

    /** Puts one aside, with its event, that Kafka will never take. */
    Mono<Void> park(Waiting waiting, String reason);
}
