package news.kiosque.consent.hostile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.consent.RunningConsentService;
import news.kiosque.consent.hostile.RawRequest.Answer;
import news.kiosque.testkit.TestKeys;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/** None of them is a fault of the service's, and nothing is stored but what an answer acknowledged. */
class MutatedRequestsIT extends RunningConsentService {
    private static final int TRIALS = Integer.getInteger("kiosque.trials", 200);
    private static final long SEED = Long.getLong("kiosque.trials.seed", 42);
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String JSON = "Content-Type: application/json";
    private static final Set<String> COUNTED = Set.of("given", "refused", "withdrawn", "audience", "personalisation",
            "advertising", "embeds");
    /** What no reader can change, whatever the request. */
    private static final List<String> OF_THE_NEWSROOM = List.of("notice_versions", "notice_editions", "settings");

    private final Mutations mutations = new Mutations(SEED);
    private final List<String> readers = new ArrayList<>(List.of("A".repeat(22)));
    private final List<String> receipts = new ArrayList<>(List.of("00000000-0000-0000-0000-000000000000"));
    private final List<RawRequest> sent = new ArrayList<>();

    @Autowired
    private MongoDatabase database;

    @Test
    void noRequestIsTooWrongAndNothingIsStoredThatNoAnswerHasAcknowledged() throws Exception {
        Awaitility.await().until(() -> all("notice_versions").size() >= 6);
        Map<String, List<String>> before = newsroom();
        Set<Object> others = all("consent_records").stream().map(record -> record.get("_id"))
                .collect(Collectors.toSet());
        long stored = choices();
        long acknowledged = 0;
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            RawRequest request = mutations.oneIn(20) && !sent.isEmpty() ? mutations.oneOf(sent) : next();
            sent.add(request);
            // Each from a place of its own, or most would be asked to wait.
            Answer answer = request.withHeader("X-Kiosque-Peer: " + UUID.randomUUID()).send(port());
            statuses.merge(answer.status(), 1, Integer::sum);
            assertThat(answer.status()).as("trial %d of seed %d: %s: %s", trial, SEED, request, answer)
                    .isBetween(200, 499);
            long now = choices();
            assertThat(now - stored).as("stored by trial %d of seed %d: %s: %s", trial, SEED, request, answer)
                    .isBetween(isNew(request, answer) ? 1L : 0L, acknowledges(answer) ? 1L : 0L);
            acknowledged += now - stored;
            stored = now;
            learn(answer);
        }
        System.out.printf("%d mutated requests of seed %d: %s, %d choices acknowledged%n", TRIALS, SEED, statuses,
                acknowledged);

        assertThat(acknowledged).isBetween(1L, TRIALS / 2L);
        assertThat(newsroom()).isEqualTo(before);
        assertThatWhatIsStoredIsWhole(others);
    }

    private RawRequest next() {
        boolean guarded = mutations.oneIn(4);
        return mutations.of(guarded ? forTheNewsroom() : byAReader());
    }

    private RawRequest byAReader() {
        RawRequest request = mutations.oneOf(List.of(
                post("/choix/v1/decisions", FORM, "notice=1&choice=accept&language=fr&mode=opt_in&return=/monde/x"),
                post("/choix/v1/decisions", FORM, "notice=1&choice=custom&purposes=audience&purposes=embeds&text="),
                post("/choix/v1/decisions", JSON, "{\"notice\": \"1\", \"choice\": \"refuse\", \"language\": \"en\"}")
                        .withHeader("Idempotency-Key: " + UUID.nameUUIDFromBytes(("" + sent.size()).getBytes())),
                post("/choix/v1/decisions", JSON,
                        "{\"notice\": \"1\", \"choice\": \"custom\", \"purposes\": [\"audience\", \"embeds\"]}"),
                post("/choix/v1/withdrawals", FORM, "language=en&return=/choix"),
                post("/choix/v1/withdrawals", JSON, "{}"), post("/choix/v1/me/erasure", FORM, "language=fr"),
                new RawRequest("DELETE", "/choix/v1/me", List.of(), ""), get("/choix/v1/decisions/current"),
                get("/choix/v1/me/export"), get("/choix/v1/receipts/" + mutations.oneOf(receipts)),
                get("/choix?lang=en&said=saved"), get("/choix/v1/notice?language=en&mode=opt_out"),
                get("/choix/v1/notices/1"), get("/choix/v1/ledger/roots?after=0"),
                get("/choix/assets/notice.0123456789ab.js"), get("/.well-known/gpc.json")));
        return mutations.oneIn(3) ? request : request.withHeader("Cookie: csid=" + mutations.oneOf(readers));
    }

    /** With a token that is almost a good one. */
    private RawRequest forTheNewsroom() {
        String good = TestKeys.serviceToken("consent-service", "eve", "administrator");
        String token = mutations.oneOf(List.of(good.substring(0, good.length() - 4), good.substring(good.indexOf('.')),
                good.replaceFirst("\\.[^.]*\\.", ".e30."), good.substring(0, good.lastIndexOf('.') + 1),
                "eyJhbGciOiJub25lIn0" + good.substring(good.indexOf('.')), good + good, good.repeat(8), "", "a.b.c",
                TestKeys.serviceToken("article-service", "eve", "administrator"),
                TestKeys.serviceToken("consent-service", "eve", "editor")));
        return mutations.oneOf(List.of(
                new RawRequest("PUT", "/api/v1/consent/jurisdictions", List.of(JSON),
                        "{\"optOut\": [], \"implied\": [\"JP\"]}"),
                new RawRequest("PUT", "/api/v1/consent/notices/draft", List.of(JSON),
                        "{\"purposes\": [], \"words\": {}}"),
                post("/api/v1/consent/notices/draft/publish", JSON, "{\"material\": true}"),
                post("/bureau/consent/notice", FORM, "rev=0&purpose=necessary"),
                post("/bureau/consent/notice/publication", FORM, "rev=0&material=on"), get("/api/v1/consent/ledger"),
                get("/internal/notices"), get("/bureau/consent")))
                .withHeader("Authorization: Bearer " + token);
    }

    /** Whether it says that a choice is on record, which a repeated request may have found there. */
    private static boolean acknowledges(Answer answer) {
        return (answer.status() == 201 || answer.status() == 303) && !answer.cookie("cs").isEmpty();
    }

    private static boolean isNew(RawRequest request, Answer answer) {
        boolean keyed = request.headers().stream().anyMatch(line -> line.startsWith("Idempotency-Key:"));
        return acknowledges(answer) && (answer.status() == 201 || !keyed);
    }

    /** Later requests come from these readers and ask for these receipts. */
    private void learn(Answer answer) {
        String reader = answer.cookie("csid");
        if (!reader.isEmpty()) {
            readers.add(reader);
        }
        answer.headers().stream().filter(line -> line.toLowerCase().startsWith("location: /choix/v1/receipts/"))
                .forEach(line -> receipts.add(line.substring(line.lastIndexOf('/') + 1)));
    }

    /** @param others ids of records that were there before */
    private void assertThatWhatIsStoredIsWhole(Set<Object> others) {
        Set<Object> texts = new HashSet<>(all("notice_versions").stream().map(text -> text.get("_id")).toList());
        Set<Object> chosen = new HashSet<>();
        for (Document record : all("consent_records")) {
            chosen.add(record.get("subject"));
            if ("CHOICE".equals(record.getString("type")) && !others.contains(record.get("_id"))) {
                assertThat(record.getString("noticeVersion")).isEqualTo("1");
                assertThat(texts).contains(record.getString("noticeHash"));
            }
        }
        assertThat(all("subjects")).allSatisfy(subject -> assertThat(chosen).contains(subject.get("subject")));
        assertThat(all("choice_counts")).allSatisfy(count -> {
            assertThat(count.getString("what")).isIn(COUNTED);
            assertThat(count.getString("language")).isIn("fr", "en");
            assertThat(count.getString("mode")).isIn("opt_in", "opt_out", "implied");
        });
        http.get().uri("/api/v1/consent/ledger/verification")
                .header("Authorization", "Bearer " + TestKeys.serviceToken("consent-service", "ada", "administrator"))
                .exchange().expectStatus().isOk().expectBody().jsonPath("$.findings").isEmpty();
    }

    private Map<String, List<String>> newsroom() {
        Map<String, List<String>> all = new TreeMap<>();
        OF_THE_NEWSROOM.forEach(name -> all.put(name, all(name).stream().map(Document::toJson).sorted().toList()));
        return all;
    }

    private long choices() {
        return Mono.from(database.getCollection("consent_records").countDocuments(Filters.eq("type", "CHOICE")))
                .block();
    }

    private List<Document> all(String collection) {
        return Flux.from(database.getCollection(collection).find()).collectList().block();
    }

    private static RawRequest get(String path) {
        return new RawRequest("GET", path, List.of(), "");
    }

    private static RawRequest post(String path, String type, String body) {
        return new RawRequest("POST", path, List.of(type), body);
    }
}
