package news.kiosque.consent.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.consent.LedgerTestKeys;
import news.kiosque.consent.outbox.Waiting;
import news.kiosque.platform.kafka.OutgoingEvent;
import news.kiosque.platform.token.KeyFolder;
import news.kiosque.proof.LedgerRecord;
import news.kiosque.proof.Seal;
import news.kiosque.testkit.OnEveryStore;
import news.kiosque.testkit.StoreServer;
import news.kiosque.testkit.TestKeys;
import news.kiosque.testkit.TestMongo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the ledger asks of the store. */
@OnEveryStore
class LedgerStoreIT {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final MongoClient client;
    private final Subjects subjects;
    private final ConsentRecords records;
    private final Seals seals;
    private final LedgerKeys keys;

    LedgerStoreIT(StoreServer server) {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.uri())).timeout(10, TimeUnit.SECONDS).build());
        MongoDatabase database = client.getDatabase(TestMongo.freshDatabase());
        KeyFolder folder = new KeyFolder(LedgerTestKeys.completed(TestKeys.folder()));
        keys = new LedgerKeys(folder);
        WrappingKeys wrapping = new WrappingKeys(folder);
        subjects = new Subjects(database, wrapping, new ErasuresUnderKeys(database));
        records = new ConsentRecords(database, new SealedEvents(wrapping));
        seals = new Seals(database);
    }

    @BeforeEach
    void prepare() {
        Flux.concat(subjects.prepare(), records.prepare(), seals.prepare()).then().block();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void makesOneSubjectOfAReaderWhoComesManyTimesAtOnce() {
        ReaderId reader = ReaderId.random();
        List<String> pseudonyms = Flux.range(0, 20).flatMap(_ -> subjects.findOrMake(reader), 20)
                .map(Subject::pseudonym).distinct().collectList().block();

        assertThat(pseudonyms).hasSize(1);
        assertThat(subjects.findByPseudonym(pseudonyms.getFirst()).block()).isNotNull();
        subjects.delete(pseudonyms).block();
        assertThat(subjects.find(reader).block()).isNull();
    }

    @Test
    void keepsAChainWithoutForks() {
        insert(record("anna", 1));
        insert(record("anna", 2));
        insert(record("bert", 1));

        assertThatThrownBy(() -> insert(record("anna", 2))).isInstanceOf(MongoWriteException.class);
        assertThat(records.last("anna").block().sequence()).isEqualTo(2);
        assertThat(records.chain("anna").map(LedgerRecord::sequence).collectList().block()).containsExactly(1L, 2L);
        assertThat(records.findMarked(records.ids().collectList().block())
                .map(marked -> marked.record().subject() + marked.record().sequence()).collectList().block())
                .containsExactlyInAnyOrder("anna1", "anna2", "bert1");
    }

    @Test
    void remembersWhatWaitsForKafkaAndForASealOldestFirst() {
        var all = IntStream.rangeClosed(1, 5).mapToObj(i -> record("anna", i)).toList();
        all.reversed().forEach(this::insert);

        assertThat(records.unsealed(3).collectList().block()).isEqualTo(all.subList(0, 3));
        records.markSealed(List.of(all.get(0).id(), all.get(2).id())).block();
        assertThat(records.unsealed(10).collectList().block()).containsExactly(all.get(1), all.get(3), all.get(4));
        assertThat(records.pending(10).map(Waiting::document).collectList().block())
                .isEqualTo(all.stream().map(LedgerRecord::id).toList());
        records.markPublished(all.stream().map(LedgerRecord::id).toList()).block();
        assertThat(records.pending(10).collectList().block()).isEmpty();
        assertThat(records.find(all.getFirst().id()).block()).isEqualTo(all.getFirst());
    }

    @Test
    void sealsEachNumberOnce() {
        LedgerRecord one = record("anna", 1);
        LedgerRecord two = record("anna", 2);
        StoredSeal first = sealed(null, one);
        StoredSeal second = sealed(first.seal(), two);

        assertThat(seals.last().block()).isNull();
        assertThat(seals.insert(first).block()).isTrue();
        assertThat(seals.insert(first).block()).isFalse();
        assertThat(seals.insert(second).block()).isTrue();
        assertThat(seals.last().block()).isEqualTo(second);
        assertThat(seals.after(0).collectList().block()).containsExactly(first, second);
        assertThat(seals.over(two.id()).block()).isEqualTo(second);
        assertThat(seals.waiting(10).map(Waiting::document).collectList().block()).containsExactly("1", "2");
        seals.published(seals.waiting(1).collectList().block()).block();
        assertThat(seals.waiting(10).map(Waiting::document).collectList().block()).containsExactly("2");
    }

    private StoredSeal sealed(@Nullable Seal last, LedgerRecord record) {
        Seal seal = Seal.over(last, List.of(record), keys.signing().id(), NOW);
        return new StoredSeal(seal.signed(keys.signing().sign(seal.statement())), List.of(record.id()));
    }

    private void insert(LedgerRecord record) {
        records.insert(record, new OutgoingEvent(UUID.randomUUID().toString(), "news.kiosque.consent.given.v1",
                "kiosque.consent", record.subject(), record.at(), "{}".getBytes(StandardCharsets.UTF_8))).block();
    }

    private static LedgerRecord record(String subject, long sequence) {
        return new LedgerRecord(UUID.randomUUID().toString(), subject, sequence, LedgerRecord.Type.CHOICE, "1", "hash",
                NOW.plusSeconds(sequence), NOW.plusSeconds(sequence + 1), "sealed", "commitment", "previous", "")
                .hashed();
    }
}
