package news.kiosque.recommendation.related;

import java.time.Duration;

/** How much work fits into a turn, by what lists have cost lately; and how often the backfill has one. */
final class Pace {
    private static final double NEWEST = 0.1;
    private static final int MOST_LISTS = 64;
    private static final Duration LONGEST_TURN = Duration.ofMillis(250);

    private final double backfillShare;
    private double nanosAList = 2_000_000;
    private double nanosACommit;
    private long backfillFrom = System.nanoTime();

    /** @param backfillShare of one core's time that the backfill may take, above 0 and at most 1 */
    Pace(double backfillShare) {
        if (!(backfillShare > 0 && backfillShare <= 1)) {
            throw new IllegalArgumentException("kiosque.related.backfill-share must be above 0 and at most 1");
        }
        this.backfillShare = backfillShare;
    }

    /** The lists of a turn: one at least, and as many as fit into the time that Kafka takes for its own part of it. */
    int lists(Lane lane) {
        double nanos = Math.max(lane.turn().toNanos(), Math.min(nanosACommit, LONGEST_TURN.toNanos()));
        return (int) Math.clamp(nanos / nanosAList, 1, MOST_LISTS);
    }

    boolean isTurnOf(Lane lane) {
        return lane != Lane.BACKFILL || System.nanoTime() - backfillFrom >= 0;
    }

    /** @return how long nothing has to be looked at while only the backfill has work */
    Duration untilBackfill() {
        return Duration.ofNanos(Math.max(0, backfillFrom - System.nanoTime()));
    }

    /**
     * @param nanos spent on the lists alone: Kafka's answer to the transaction takes as long for one list as for many, and
     *              none of this core's time
     */
    void worked(Lane lane, int lists, long nanos) {
        if (lists > 0) {
            nanosAList += NEWEST * ((double) nanos / lists - nanosAList);
        }
        if (lane == Lane.BACKFILL) {
            backfillFrom = System.nanoTime() + (long) (nanos * (1 - backfillShare) / backfillShare);
        }
    }

    /** @param nanos that Kafka took to commit a turn's work */
    void committed(long nanos) {
        nanosACommit += NEWEST * (nanos - nanosACommit);
    }
}
