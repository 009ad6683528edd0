package news.kiosque.recommendation.related;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import news.kiosque.events.Topics;
import news.kiosque.recommendation.intake.Replica;
import news.kiosque.recommendation.setting.InService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Asks for the lists anew that another algorithm has made, newest article first, on the lane that holds up nothing. It goes
 * by what the lists say, not by who switched when: an instance that was killed in the middle, or that is given another's
 * partitions, looks for what is left.
 */
final class Renewal implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
    private static final URI SOURCE = URI.create("/recommendation-service");
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final int PARTITIONS = Topics.named(Topics.RELATED).partitions();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Replica replica;
    private final KnownLists known;
    private final InService similarity;
    private final Supplier<Set<Integer>> owned;
    private final KafkaOperations<String, byte[]> kafka;
    private final InstantSource clock;
    private final Thread thread;
    private volatile boolean open = true;
    private Looked looked = new Looked("", Set.of());
    private String heard = "";

    /** What was looked through: the lists of these partitions, for others than this algorithm's. */
    private record Looked(String algorithm, Set<Integer> partitions) {}

    Renewal(Replica replica, KnownLists known, InService similarity, Supplier<Set<Integer>> owned,
            KafkaOperations<String, byte[]> kafka, InstantSource clock) {
        this.replica = replica;
        this.known = known;
        this.similarity = similarity;
        this.owned = owned;
        this.kafka = kafka;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("renewal").daemon().priority(Thread.MIN_PRIORITY).start(this::keep);
    }

    private void keep() {
        while (open) {
            try {
                Thread.sleep(GLANCE);
                look();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Lists of another algorithm could not be asked for; it is tried again", e);
            }
        }
    }

    private void look() {
        Looked now = new Looked(similarity.now().settings().algorithm(), owned.get());
        if (!now.algorithm().equals(heard)) {
            // What was begun by the algorithm before may still be on its way to the topic.
            heard = now.algorithm();
            return;
        }
        Set<Integer> open = new HashSet<>(now.partitions());
        if (now.algorithm().equals(looked.algorithm())) {
            open.removeAll(looked.partitions());
        }
        if (!open.isEmpty() && replica.isCaughtUp()) {
            ask(now.algorithm(), open);
        }
        looked = replica.isCaughtUp() ? now : looked;
    }

    private void ask(String algorithm, Set<Integer> partitions) {
        Instant at = clock.instant();
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (String id : replica.index().newestFirst()) {
            KnownList list = known.of(id);
            if (partitions.contains(Ownership.partition(id, PARTITIONS)) && list.wasSent()
                    && !list.algorithm().equals(algorithm)) {
                sent.add(kafka.send(Mark.ofRecompute(id, at).toRecord(SOURCE)));
            }
        }
        sent.forEach(CompletableFuture::join);
        if (!sent.isEmpty()) {
            LOG.info("{} lists are to be made by {}", sent.size(), algorithm);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        open = false;
        thread.interrupt();
        thread.join(PATIENCE);
    }
}
