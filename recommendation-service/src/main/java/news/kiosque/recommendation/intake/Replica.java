package news.kiosque.recommendation.intake;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import news.kiosque.recommendation.index.LuceneIndex;
import news.kiosque.recommendation.index.ReplicaPosition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what was written to the index findable, soon and not too often, and keeps it on disk. One thread does both, so
 * that a burst of articles costs one reopening.
 */
public final class Replica implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);

    /** How long a first article waits for others that may follow. */
    private static final Duration COALESCE = Duration.ofMillis(10);
    /** The same while the topic is read for the first time and nobody waits for a single article. */
    private static final Duration COALESCE_CATCHING_UP = Duration.ofSeconds(2);
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(30);

    private final LuceneIndex index;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean open = true;
    private volatile boolean caughtUp;
    private Map<Integer, Long> target = Map.of();
    private boolean aimed;
    private boolean stale;
    private Instant committed = Instant.now();

    public Replica(LuceneIndex index) {
        this.index = index;
        this.thread = Thread.ofPlatform().name("replica").daemon().start(this::keep);
    }

    public LuceneIndex index() {
        return index;
    }

    /** Whether all that was published when the service started can be found; once true it stays so. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /** The offset of {@code kiosque.article} up to which articles can be found. */
    public long visible(int partition) {
        return index.visible().next(partition);
    }

    /** How many records were written to the index and cannot be found yet. */
    public long waiting() {
        ReplicaPosition written = index.written();
        return written.next().entrySet().stream()
                .mapToLong(next -> Math.max(0, next.getValue() - visible(next.getKey()))).sum();
    }

    /** Says how far to come before the replica counts as caught up; the first time counts. */
    void aim(Map<Integer, Long> ends) {
        lock.lock();
        try {
            if (!aimed) {
                target = Map.copyOf(ends);
                aimed = true;
            }
            stale = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Says that the index was written. */
    void written(ReplicaPosition position) {
        lock.lock();
        try {
            index.advance(position);
            stale = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        open = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        index.commit();
        index.close();
    }

    private void keep() {
        while (open) {
            try {
                awaitWriting();
                if (!caughtUp && !written().covers(target())) {
                    Thread.sleep(COALESCE_CATCHING_UP);
                } else {
                    Thread.sleep(COALESCE);
                }
                refresh();
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                LOG.error("The index could not be reopened; it is tried again", e);
            }
        }
    }

    private void awaitWriting() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!stale) {
                changed.await();
            }
            stale = false;
        } finally {
            lock.unlock();
        }
    }

    private void refresh() throws IOException {
        index.refresh();
        if (!caughtUp && aimed() && index.visible().covers(target())) {
            caughtUp = true;
            LOG.info("Caught up: {} articles", index.size());
        }
        if (Duration.between(committed, Instant.now()).compareTo(BETWEEN_COMMITS) > 0) {
            committed = Instant.now();
            index.commit();
        }
    }

    private ReplicaPosition written() {
        return index.written();
    }

    private boolean aimed() {
        lock.lock();
        try {
            return aimed;
        } finally {
            lock.unlock();
        }
    }

    private Map<Integer, Long> target() {
        lock.lock();
        try {
            return target;
        } finally {
            lock.unlock();
        }
    }
}
