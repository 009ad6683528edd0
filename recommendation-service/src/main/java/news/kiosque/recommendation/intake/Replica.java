package news.kiosque.recommendation.intake;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import news.kiosque.recommendation.index.LuceneIndex;
import news.kiosque.recommendation.index.ReplicaPosition;
import org.jspecify.annotations.Nullable;
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
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LuceneIndex index;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean open = true;
    private volatile boolean caughtUp;
    private volatile @Nullable Map<Integer, Long> target;
    private volatile @Nullable String fault;
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

    /** Why nothing new can be kept or found, if that is so: a full disk, say. It goes on by itself once that is over. */
    public Optional<String> fault() {
        return index.fault().or(() -> Optional.ofNullable(fault));
    }

    /** The offset of {@code kiosque.article} up to which articles can be found. */
    public long visible(int partition) {
        return index.visible().next(partition);
    }

    /** How many records were written to the index and cannot be found yet. */
    public long waiting() {
        return index.written().next().entrySet().stream()
                .mapToLong(next -> Math.max(0, next.getValue() - visible(next.getKey()))).sum();
    }

    /** Says how far to come before the replica counts as caught up; the first time counts. */
    void aim(Map<Integer, Long> ends) {
        if (target == null) {
            target = Map.copyOf(ends);
        }
        signal(true);
    }

    /** Says that the index was written. */
    void written(ReplicaPosition position) {
        index.advance(position);
        signal(true);
    }

    @Override
    public void close() throws IOException {
        // Not by interrupting: Lucene would take that for a broken disk.
        open = false;
        signal(false);
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            if (index.fault().isEmpty()) {
                index.commit();
            }
        } finally {
            index.close();
        }
    }

    private void keep() {
        while (open) {
            try {
                awaitWriting();
                refresh();
                fault = null;
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                fail(e);
            }
        }
    }

    private void fail(Exception failure) {
        if (!failure.toString().equals(fault)) {
            LOG.error("The index could not be kept or reopened; it is tried again", failure);
        }
        fault = failure.toString();
        signal(true);
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            open = false;
        }
    }

    private void awaitWriting() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!stale && open) {
                changed.await();
            }
            long left = (caughtUp ? COALESCE : COALESCE_CATCHING_UP).toNanos();
            while (left > 0 && open && (caughtUp || !reaches(index.written()))) {
                left = changed.awaitNanos(left);
            }
            stale = false;
        } finally {
            lock.unlock();
        }
    }

    private void refresh() throws IOException {
        index.refresh();
        if (!caughtUp && reaches(index.visible())) {
            caughtUp = true;
            LOG.info("Caught up: {} articles", index.size());
        }
        if (Duration.between(committed, Instant.now()).compareTo(BETWEEN_COMMITS) > 0) {
            index.commit();
            committed = Instant.now();
        }
    }

    private boolean reaches(ReplicaPosition position) {
        Map<Integer, Long> wanted = target;
        return wanted != null && position.covers(wanted);
    }

    private void signal(boolean written) {
        lock.lock();
        try {
            stale |= written;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
