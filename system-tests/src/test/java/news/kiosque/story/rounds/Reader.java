package news.kiosque.story.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/** Reads pages without pause; an article that has been live for a while is there, or nobody answers, but it is never missing. */
final class Reader implements Runnable {
    /** By then every cache has heard of it. */
    private static final Duration SETTLED = Duration.ofSeconds(15);
    private static final int MOST_KEPT = 20;
    /** Whoever asks again at once takes the machine from the processes that start. */
    private static final long AFTER_A_FAILURE = 200;

    private final Desk desk;
    private final List<Writer> writers;
    private final Random random;
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final AtomicLong pages = new AtomicLong();
    private volatile boolean reading = true;

    Reader(Desk desk, List<Writer> writers, long seed) {
        this.desk = desk;
        this.writers = writers;
        this.random = new Random(seed);
    }

    void stop() {
        reading = false;
    }

    /** How many pages it has got. */
    long pages() {
        return pages.get();
    }

    /** Answers that nobody should ever get. */
    List<String> wrong() {
        return wrong;
    }

    @Override
    public void run() {
        try {
            while (reading) {
                read();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() throws InterruptedException {
        var piece = piece();
        var then = Instant.now().minus(SETTLED);
        var path = piece == null ? null : piece.livePageSince(then);
        var reply = desk.read(path == null ? "/" : path);
        boolean stayed = path == null || path.equals(piece.livePageSince(then));
        if (reply.status() == 200) {
            pages.incrementAndGet();
        } else if (stayed && (!reply.isUnknown() || reply.status() == 500) && wrong.size() < MOST_KEPT) {
            wrong.add(path + " was answered " + reply.status());
        }
        if (reply.isUnknown()) {
            Thread.sleep(AFTER_A_FAILURE);
        }
    }

    private @Nullable Piece piece() {
        var pieces = writers.get(random.nextInt(writers.size())).pieces();
        return pieces.isEmpty() ? null : pieces.get(random.nextInt(pieces.size()));
    }
}
