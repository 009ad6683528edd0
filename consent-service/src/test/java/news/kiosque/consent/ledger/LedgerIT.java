package news.kiosque.consent.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.jayway.jsonpath.JsonPath;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.consent.RunningConsentService;
import news.kiosque.events.ConsentErased;
import news.kiosque.events.LedgerSealed;
import news.kiosque.events.Topics;
import news.kiosque.proof.LedgerCheck;
import news.kiosque.proof.LedgerReading;
import news.kiosque.proof.PublishedRoot;
import news.kiosque.testkit.TestKeys;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class LedgerIT extends RunningConsentService {
    private static final String ADMINISTRATOR = TestKeys.serviceToken("consent-service", "ada", "administrator",
            Duration.ofMinutes(30));

    @Autowired
    private MongoDatabase database;
    @Autowired
    private LedgerVerification verification;
    @Autowired
    private Ledger ledger;
    @Autowired
    private LedgerKeys keys;
    @Value("${kiosque.data}")
    private Path data;

    @Test
    void sealsEveryChoiceAndPublishesTheRoots() throws IOException {
        readerWho("accept");
        readerWho("refuse");
        LedgerCheck.Verdict verdict = settled();

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.lastPublished()).isEqualTo(verdict.seals());
        List<String> lines = Files.readAllLines(data.resolve("ledger-roots.txt"));
        assertThat(lines).hasSizeGreaterThanOrEqualTo((int) verdict.seals());
        read(Topics.LEDGER, all -> all.stream().map(record -> (LedgerSealed) record.value()).anyMatch(
                sealed -> sealed.number() == verdict.seals() && lines.getLast().contains(sealed.hash())));
        String served = http.get().uri("/choix/v1/ledger/roots").exchange().expectStatus().isOk()
                .expectBody(String.class).returnResult().getResponseBody();
        assertThat(served.lines().toList()).startsWith(lines.getFirst());
    }

    @Test
    void saysInItsHealthWhenItWasSealedLast() {
        readerWho("accept");
        settled();

        byte[] health = http.get().uri("/actuator/health").exchange().expectStatus().isOk().expectBody().returnResult()
                .getResponseBody();
        LedgerCheck.Verdict verdict = settled();
        assertThat(verdict.sealedAt()).isNotNull();
        assertThat(JsonPath.<String>read(new String(health, UTF_8), "$.components.ledger.details.sealedAt"))
                .isEqualTo(verdict.sealedAt().toString());
    }

    @Test
    void givesItsLinesToBeCheckedElsewhere() throws IOException {
        readerWho("accept");
        LedgerCheck.Verdict verdict = settled();
        byte[] lines = http.get().uri("/api/v1/consent/ledger").header("Authorization", "Bearer " + ADMINISTRATOR)
                .exchange().expectStatus().isOk().expectBody().returnResult().getResponseBody();
        LedgerCheck check = new LedgerCheck(keys.signing().verifying(), Files
                .readAllLines(data.resolve("ledger-roots.txt")).stream().map(PublishedRoot::parse).iterator());
        LedgerReading.read(new BufferedReader(new StringReader(new String(lines, UTF_8))), check);

        assertThat(check.verdict().findings()).isEmpty();
        assertThat(check.verdict().sealed()).isEqualTo(verdict.sealed());
    }

    @Test
    void noticesWhatIsChangedOrDeletedInTheStore() {
        readerWho("accept");
        settled();
        var records = database.getCollection("consent_records");
        Document victim = Mono.from(records.find().first()).block();

        Mono.from(records.updateOne(Filters.eq(victim.get("_id")), Updates.set("noticeVersion", "2"))).block();
        assertThat(verification.verify().block().findings()).anyMatch(finding -> finding.endsWith("was changed"));
        Mono.from(records.deleteOne(Filters.eq(victim.get("_id")))).block();
        assertThat(verification.verify().block().findings()).anyMatch(finding -> finding.contains("records, of which"));
        Mono.from(records.insertOne(victim)).block();
        assertThat(verification.verify().block().findings()).isEmpty();
    }

    @Test
    void keepsOneChainWhenAReaderChoosesManyTimesAtOnce() {
        String reader = readerWho("accept");
        Choice choice = new Choice(Choice.Kind.REFUSED, List.of(), "fr", "opt_in", false);

        List<Entry> entries = Flux.range(0, 12)
                .flatMap(i -> ledger.append(new ReaderId(reader), null, "1", "x", choice, Duration.ofDays(1)), 12)
                .collectList().block();

        assertThat(entries).extracting(entry -> entry.record().sequence()).containsExactlyInAnyOrder(2L, 3L, 4L, 5L,
                6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L);
        assertThat(settled().findings()).isEmpty();
    }

    @Test
    void erasesTheKeyAndKeepsTheChain() {
        String reader = readerWho("accept");
        Entry entry = ledger.current(new ReaderId(reader)).block();
        String receipt = "/choix/v1/receipts/" + entry.record().id();
        http.get().uri(receipt).header("Cookie", "csid=" + reader).exchange().expectStatus().isOk();
        http.get().uri(receipt).exchange().expectStatus().isNotFound();

        var answer = http.delete().uri("/choix/v1/me").header("Cookie", "csid=" + reader).exchange().expectStatus()
                .isNoContent().expectBody().returnResult();

        assertThat(answer.getResponseCookies().getFirst("cs").getMaxAge()).isZero();
        assertThat(answer.getResponseCookies().getFirst("csid").getMaxAge()).isZero();
        http.get().uri(receipt).header("Cookie", "csid=" + reader).exchange().expectStatus().isEqualTo(410);
        http.get().uri("/choix/v1/me/export").header("Cookie", "csid=" + reader).exchange().expectStatus()
                .isNotFound();
        assertThat(Mono.from(database.getCollection("subjects")
                .countDocuments(Filters.eq("subject", entry.record().subject()))).block()).isZero();
        assertThat(settled().findings()).isEmpty();
        read(Topics.CONSENT, all -> all.stream().map(record -> record.value())
                .anyMatch(event -> event instanceof ConsentErased erased
                        && erased.subject().equals(entry.record().subject()) && erased.sequence() == 2));

        String again = postJson("/choix/v1/decisions", reader, decision("refuse")).expectStatus().isCreated()
                .expectBody().returnResult().getResponseCookies().getFirst("csid").getValue();
        assertThat(ledger.current(new ReaderId(again)).block().record().subject())
                .isNotEqualTo(entry.record().subject());
    }

    @Test
    void exportsAllThatIsOnRecordWithASignedReceiptOfEach() {
        String reader = readerWho("accept");
        postJson("/choix/v1/decisions", reader, decision("custom", "[\"audience\"]")).expectStatus().isCreated();

        byte[] export = http.get().uri("/choix/v1/me/export").header("Cookie", "csid=" + reader).exchange()
                .expectStatus().isOk().expectHeader().valueMatches("Content-Disposition", "attachment.*").expectBody()
                .jsonPath("$.decisions.length()").isEqualTo(2).jsonPath("$.decisions[1].purposes")
                .isEqualTo(List.of("audience")).returnResult().getResponseBody();

        String[] receipt = JsonPath.<String>read(new String(export, UTF_8), "$.decisions[1].receipt").split("\\.");
        assertThat(keys.signing().verifying().verifies(receipt[0] + "." + receipt[1], receipt[2])).isTrue();
        String payload = new String(Base64.getUrlDecoder().decode(receipt[1]), UTF_8);
        assertThat(JsonPath.<List<String>>read(payload, "$..purposes[?(@.agreed == true)].purpose"))
                .containsExactly("audience");
        assertThat(payload).contains("\"schema_version\":\"ISO-27560:2023\"", "\"event_state\":\"given\"");
    }

    @Test
    void provesARecordToAScriptThatKnowsNothingOfKiosque() throws Exception {
        String reader = readerWho("accept");
        settled();
        String id = ledger.current(new ReaderId(reader)).block().record().id();
        byte[] proof = http.get().uri("/api/v1/consent/ledger/proofs/" + id)
                .header("Authorization", "Bearer " + ADMINISTRATOR).exchange().expectStatus().isOk().expectBody()
                .returnResult().getResponseBody();
        Path file = Files.write(data.resolve("proof.json"), proof);
        Path forged = Files.writeString(data.resolve("forged.json"),
                Files.readString(file).replaceFirst("CHOICE", "ERASED"));

        assertThat(check(file)).isZero();
        assertThat(check(forged)).isNotZero();
    }

    @Test
    void letsOnlyAdministratorsLookInside() {
        String editor = TestKeys.serviceToken("consent-service", "eve", "editor");
        http.get().uri("/api/v1/consent/ledger/verification").exchange().expectStatus().isUnauthorized();
        http.get().uri("/api/v1/consent/ledger/verification").header("Authorization", "Bearer " + editor).exchange()
                .expectStatus().isForbidden();
        http.get().uri("/api/v1/consent/ledger/verification").header("Authorization", "Bearer " + ADMINISTRATOR)
                .exchange().expectStatus().isOk().expectBody().jsonPath("$.whole").isEqualTo(true);
    }

    private int check(Path proof) throws Exception {
        Process script = new ProcessBuilder("python3", "../docs/verify-proof.py", proof.toString(),
                data.resolve("ledger-roots.txt").toString()).inheritIO().start();
        assertThat(script.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return script.exitValue();
    }

    /** The verdict once every record is under a seal whose root is published. */
    private LedgerCheck.Verdict settled() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(200)).until(
                () -> verification.verify().block(),
                verdict -> verdict.open() == 0 && verdict.lastPublished() == verdict.seals());
    }
}
