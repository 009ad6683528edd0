package news.kiosque.standalone.check;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import news.kiosque.standalone.check.LookAround.Seen;
import news.kiosque.standalone.client.SuiteClient;
import news.kiosque.standalone.client.SuiteRefused;
import org.apache.kafka.common.KafkaException;

/**
 * Compares the parts of a suite until all agree and nothing is on its way, or until patience ends. While the newsroom
 * works something is always on its way; so only what is the same at two looks in sequence counts as a difference.
 */
public final class SuiteCheck implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /** A look at a large archive is work for those who are to bring what is on its way. */
    private static final int PAUSE_FOR_A_LOOK = 2;
    private static final int MOST_SHOWN = 100;

    private final String kafkaAddress;
    private final KnownToKafka kafka;
    private final LookAround around;

    /** @param kafka bootstrap servers */
    public SuiteCheck(String kafka, SuiteClient client) {
        this.kafkaAddress = kafka;
        this.kafka = new KnownToKafka(kafka);
        this.around = new LookAround(this.kafka, client);
    }

    /**
     * @param patience how long differences may take to go
     * @throws SuiteRefused when a part does not answer for so long
     */
    public Report check(Duration patience) throws InterruptedException {
        var end = Instant.now().plus(patience);
        Set<Difference> before = null;
        while (true) {
            var begun = Instant.now();
            try {
                var seen = around.look();
                var report = report(seen, before == null ? Set.of() : before);
                var settled = report.isQuiet() && (before != null || seen.differences().isEmpty());
                if (settled && report.isAgreement() || before != null && Instant.now().isAfter(end)) {
                    return report;
                }
                before = seen.differences();
            } catch (SuiteRefused e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
            } catch (KafkaException | IllegalStateException e) {
                if (Instant.now().isAfter(end)) {
                    throw new SuiteRefused("Kafka at " + kafkaAddress + " does not answer: " + e.getMessage(), e);
                }
            }
            pause(Duration.between(begun, Instant.now()).multipliedBy(PAUSE_FOR_A_LOOK));
        }
    }

    private static void pause(Duration asked) throws InterruptedException {
        Thread.sleep(asked.compareTo(BETWEEN_LOOKS) > 0 ? asked : BETWEEN_LOOKS);
    }

    private static Report report(Seen seen, Set<Difference> before) {
        var stayed = new HashSet<>(seen.differences());
        stayed.retainAll(before);
        var shown = seen.differences().stream().filter(stayed::contains).limit(MOST_SHOWN).toList();
        return new Report(seen.counts(), shown, stayed.size() - shown.size(),
                seen.differences().size() - stayed.size());
    }

    @Override
    public void close() {
        kafka.close();
    }
}
