package news.kiosque.consent.kill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import news.kiosque.consent.RunningConsentService;
import news.kiosque.events.ConsentErased;
import news.kiosque.events.ConsentEvent;
import news.kiosque.events.ConsentGiven;
import news.kiosque.events.ConsentRefused;
import news.kiosque.events.Topics;
import org.bson.Document;
import org.bson.conversions.Bson;

import static org.assertj.core.api.Assertions.assertThat;

/** What store and topic have in the end, held against what readers were told. */
final class Reckoning {
    private final String store;
    private final String database;

    Reckoning(String store, String database) {
        this.store = store;
        this.database = database;
    }

    boolean isAnythingPending() {
        return !stored("consent_records", Filters.eq("pending", true)).isEmpty();
    }

    /** @return what came out, in words */
    String of(List<Reader> readers) {
        List<Reader.Acknowledged> choices = readers.stream().flatMap(reader -> reader.acknowledged().stream()).toList();
        long erasures = readers.stream().mapToInt(Reader::erasures).sum();
        Map<String, Document> records = stored("consent_records", Filters.eq("type", "CHOICE")).stream()
                .collect(Collectors.toMap(record -> record.getString("_id"), Function.identity()));
        List<String> erased = stored("consent_records", Filters.eq("type", "ERASED")).stream()
                .map(record -> record.getString("subject")).toList();

        assertThat(choices).extracting(Reader.Acknowledged::id).doesNotHaveDuplicates();
        assertThat(records.keySet())
                .containsExactlyInAnyOrderElementsOf(choices.stream().map(Reader.Acknowledged::id).toList());
        assertThat(erased).hasSize((int) erasures).doesNotHaveDuplicates();
        assertThat(stored("subjects", Filters.in("subject", erased))).isEmpty();
        Told told = told(records.size() + erased.size(), records.values().stream()
                .map(record -> record.getString("subject")).collect(Collectors.toSet())::contains);
        choices.forEach(choice -> {
            Document record = records.get(choice.id());
            assertThat(told.events.get(place(record.getString("subject"), record.get("sequence")))).isInstanceOf(
                    choice.choice().equals("refuse") ? ConsentRefused.class : ConsentGiven.class);
        });
        assertThat(told.events.values().stream().filter(ConsentErased.class::isInstance)
                .map(ConsentEvent::subject)).containsExactlyInAnyOrderElementsOf(erased);
        return String.format("%d choices and %d erasures acknowledged, 0 lost; chains whole; %d events, 0 missing, "
                + "0 twice after de-duplication (%d came again and are known by their sequence)", choices.size(),
                erasures, told.events.size(), told.repeated);
    }

    private Told told(int expected, Predicate<String> isOurs) {
        Told[] told = new Told[1];
        RunningConsentService.read(Topics.CONSENT, all -> {
            told[0] = new Told();
            all.stream().map(record -> (ConsentEvent) record.value()).filter(event -> isOurs.test(event.subject()))
                    .forEach(told[0]::add);
            return told[0].events.size() >= expected;
        });
        assertThat(told[0].events).hasSize(expected);
        return told[0];
    }

    private List<Document> stored(String collection, Bson filter) {
        try (MongoClient client = MongoClients.create(store)) {
            return client.getDatabase(database).getCollection(collection).find(filter)
                    .into(new ArrayList<>());
        }
    }

    private static String place(String subject, Object sequence) {
        return subject + "/" + sequence;
    }

    /** A consumer that knows of each subject how far it has come. */
    private static final class Told {
        final Map<String, ConsentEvent> events = new HashMap<>();
        private final Map<String, Long> last = new HashMap<>();
        int repeated;

        void add(ConsentEvent event) {
            long before = last.getOrDefault(event.subject(), 0L);
            if (event.sequence() <= before) {
                repeated++;
                return;
            }
            assertThat(event.sequence()).as("nothing is missing of %s", event.subject()).isEqualTo(before + 1);
            last.put(event.subject(), event.sequence());
            events.put(place(event.subject(), event.sequence()), event);
        }
    }
}
