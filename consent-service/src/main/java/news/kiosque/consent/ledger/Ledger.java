package news.kiosque.consent.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.mongodb.MongoWriteException;
import news.kiosque.consent.outbox.OutboxGrew;
import news.kiosque.events.ConsentErased;
import news.kiosque.events.ConsentEvent;
import news.kiosque.events.ConsentGiven;
import news.kiosque.events.ConsentRefused;
import news.kiosque.events.ConsentWithdrawn;
import news.kiosque.platform.kafka.OutgoingEvent;
import news.kiosque.proof.Hashes;
import news.kiosque.proof.LedgerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The proof of every choice; docs/adr/0008-consent.md says why it is made as it is. */
@Component
public class Ledger {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int TRIES_FOR_A_PLACE = 50;

    private final Subjects subjects;
    private final ConsentRecords records;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private volatile boolean prepared;

    Ledger(Subjects subjects, ConsentRecords records, InstantSource clock, ApplicationEventPublisher events) {
        this.subjects = subjects;
        this.records = records;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Puts a choice on record; when this completes it is stored by the majority, on disk.
     *
     * @param idempotencyKey a repeated one finds the record that it has made
     * @param noticeHash of the text that the reader saw
     * @param life how long the choice counts
     * @return fails with {@link SubjectErased} or {@link IdempotencyKeyReused}
     */
    public Mono<Entry> append(ReaderId reader, @Nullable String idempotencyKey, String noticeVersion,
            String noticeHash, Choice choice, Duration life) {
        return prepare().then(Mono.defer(() -> subjects.findOrMake(reader))).flatMap(subject -> {
            String id = idempotencyKey == null
                    ? UUID.randomUUID().toString()
                    : derivedId(subject.pseudonym(), idempotencyKey);
            byte[] payload = JSON.writeValueAsBytes(choice);
            return link(subject.pseudonym(), id, last -> {
                Instant at = after(last);
                return new LedgerRecord(id, subject.pseudonym(), sequenceAfter(last), LedgerRecord.Type.CHOICE,
                        noticeVersion, noticeHash, at, at.plus(life),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(subject.key().seal(payload, id)),
                        Hashes.hex(subject.key().commitment(payload)), hashOf(last), "").hashed();
            }, record -> event(record, choice)).flatMap(linked -> {
                Entry entry = opened(subject, linked.record(), linked.replayed());
                return entry.choice().equals(choice) && entry.record().noticeVersion().equals(noticeVersion)
                        ? Mono.just(entry)
                        : Mono.error(new IdempotencyKeyReused());
            });
        });
    }

    /** The reader's last choice, if there is one on record. */
    public Mono<Entry> current(ReaderId reader) {
        return subjects.find(reader).flatMap(subject -> records.last(subject.pseudonym())
                .filter(record -> record.type() == LedgerRecord.Type.CHOICE)
                .map(record -> opened(subject, record, true)));
    }

    /** All that is on record of a reader, oldest first. */
    public Flux<Entry> history(ReaderId reader) {
        return subjects.find(reader).flatMapMany(subject -> records.chain(subject.pseudonym())
                .filter(record -> record.type() == LedgerRecord.Type.CHOICE)
                .map(record -> opened(subject, record, true)));
    }

    /** One of the reader's own records; empty when there is none such. */
    public Mono<Entry> find(ReaderId reader, String id) {
        return subjects.find(reader).flatMap(subject -> records.find(id)
                .filter(record -> record.subject().equals(subject.pseudonym())
                        && record.type() == LedgerRecord.Type.CHOICE)
                .map(record -> opened(subject, record, true)));
    }

    /** Whether this record's subject has been erased, so that nobody can read it any more. */
    public Mono<Boolean> isErased(String id) {
        return records.find(id).flatMap(record -> records.last(record.subject()))
                .map(last -> last.type() == LedgerRecord.Type.ERASED).defaultIfEmpty(false);
    }

    /** Ends the reader's chain and destroys the key; the chain still verifies. Nothing happens to one not on record. */
    public Mono<Void> erase(ReaderId reader) {
        return subjects.find(reader).flatMap(subject -> {
            String id = UUID.randomUUID().toString();
            return link(subject.pseudonym(), id, last -> {
                Instant at = after(last);
                return new LedgerRecord(id, subject.pseudonym(), sequenceAfter(last), LedgerRecord.Type.ERASED, "", "",
                        at, at, "", "", hashOf(last), "").hashed();
            }, record -> new ConsentErased(record.subject(), record.sequence(), record.at())).then()
                    // A request before this one may have come as far as the record.
                    .onErrorResume(SubjectErased.class, already -> Mono.empty())
                    .then(subjects.delete(List.of(subject.pseudonym())));
        });
    }

    /** The chain relies on unique indexes, so nothing is written before they are there. */
    private Mono<Void> prepare() {
        return prepared
                ? Mono.empty()
                : subjects.prepare().then(records.prepare()).doOnSuccess(done -> prepared = true);
    }

    private Mono<Linked> link(String subject, String id, Forge forge, Announcement announcement) {
        return Mono.defer(() -> records.last(subject).map(Optional::of).defaultIfEmpty(Optional.empty())
                .flatMap(last -> last.filter(record -> record.type() == LedgerRecord.Type.ERASED).isPresent()
                        ? Mono.<Linked>error(new SubjectErased())
                        : insert(forge.after(last), announcement)))
                .onErrorResume(MongoWriteException.class, failure -> Subjects.isDuplicate(failure)
                        // Taken is either the id, by the same request before, or the place in the chain, by another one.
                        ? records.find(id).map(record -> new Linked(record, true))
                                .switchIfEmpty(Mono.error(new PlaceTaken()))
                        : Mono.error(failure))
                .retryWhen(Retry.max(TRIES_FOR_A_PLACE).filter(PlaceTaken.class::isInstance))
                .doOnNext(linked -> events.publishEvent(new OutboxGrew()));
    }

    private Mono<Linked> insert(LedgerRecord record, Announcement announcement) {
        return records.insert(record, OutgoingEvent.of(announcement.of(record), record.at()))
                .thenReturn(new Linked(record, false));
    }

    private static Entry opened(Subject subject, LedgerRecord record, boolean replayed) {
        return new Entry(record, JSON.readValue(subject.key().open(record), Choice.class), replayed);
    }

    private static ConsentEvent event(LedgerRecord record, Choice choice) {
        return switch (choice.kind()) {
            case GIVEN -> new ConsentGiven(record.subject(), record.sequence(), record.noticeVersion(),
                    choice.purposes(), record.at(), record.expiresAt());
            case REFUSED -> new ConsentRefused(record.subject(), record.sequence(), record.noticeVersion(),
                    record.at(), record.expiresAt());
            case WITHDRAWN -> new ConsentWithdrawn(record.subject(), record.sequence(), record.noticeVersion(),
                    record.at());
        };
    }

    /** Now, but never before the subject's last record: the outbox sends in order of time. */
    private Instant after(Optional<LedgerRecord> last) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return last.map(LedgerRecord::at).filter(now::isBefore).orElse(now);
    }

    private static long sequenceAfter(Optional<LedgerRecord> last) {
        return last.map(LedgerRecord::sequence).orElse(0L) + 1;
    }

    private static String hashOf(Optional<LedgerRecord> last) {
        return last.map(LedgerRecord::hash).orElse(Hashes.NONE);
    }

    private static String derivedId(String subject, String idempotencyKey) {
        return UUID.nameUUIDFromBytes(Hashes.sha256((subject + "\n" + idempotencyKey).getBytes(UTF_8))).toString();
    }

    private record Linked(LedgerRecord record, boolean replayed) {}

    private interface Forge {
        LedgerRecord after(Optional<LedgerRecord> last);
    }

    private interface Announcement {
        ConsentEvent of(LedgerRecord record);
    }

    private static final class PlaceTaken extends RuntimeException {
        PlaceTaken() {
            super("Another record came first", null, false, false);
        }
    }
}
