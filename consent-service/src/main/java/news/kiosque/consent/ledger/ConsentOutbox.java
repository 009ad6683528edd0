package news.kiosque.consent.ledger;

import java.util.List;

import news.kiosque.consent.outbox.Outbox;
import news.kiosque.consent.outbox.Waiting;
import news.kiosque.events.EventType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The records' events on their way to {@code kiosque.consent}. */
@Component
class ConsentOutbox implements Outbox {
    private final ConsentRecords records;
    private final Subjects subjects;

    ConsentOutbox(ConsentRecords records, Subjects subjects) {
        this.records = records;
        this.subjects = subjects;
    }

    @Override
    public Flux<Waiting> waiting(int limit) {
        return records.pending(limit);
    }

    /** An erasure is done only when the key is gone; a crash after its record is made good here. */
    @Override
    public Mono<Void> published(List<Waiting> sent) {
        List<String> erased = sent.stream().map(Waiting::event)
                .filter(event -> event.type().equals(EventType.CONSENT_ERASED.typeName()))
                .map(event -> event.key()).toList();
        return (erased.isEmpty() ? Mono.<Void>empty() : subjects.delete(erased))
                .then(records.markPublished(sent.stream().map(Waiting::document).toList()));
    }

    @Override
    public Mono<Void> park(Waiting waiting, String reason) {
        return records.park(waiting.document(), reason);
    }
}
