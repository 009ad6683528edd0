package news.kiosque.proof;

/**
 * The last record of each subject's chain, in some 33 bytes a subject so that a large ledger can be checked on a small
 * machine. A subject and a hash are known by 64 bits: that is enough to follow a chain whose records are under seals.
 */
final class LastLinks {
    private static final double FULL = 0.6;

    private long[] subjects = new long[1024];
    private long[] hashes = new long[1024];
    /** Negative once the chain has ended with an erasure. */
    private int[] sequences = new int[1024];
    private int count;

    /** 0 when there is none. */
    long sequence(String subject) {
        return Math.abs(sequences[place(key(subject))]);
    }

    boolean hasEnded(String subject) {
        return sequences[place(key(subject))] < 0;
    }

    boolean isBoundTo(String subject, String previous) {
        int place = place(key(subject));
        return sequences[place] == 0
                ? previous.equals(Hashes.NONE)
                : Hashes.isHash(previous) && Hashes.fingerprint(previous) == hashes[place];
    }

    void put(String subject, long sequence, String hash, boolean ended) {
        long key = key(subject);
        int place = place(key);
        if (sequences[place] == 0 && ++count > subjects.length * FULL) {
            grow();
            place = place(key);
        }
        int bounded = (int) Math.clamp(sequence, 1, Integer.MAX_VALUE);
        subjects[place] = key;
        hashes[place] = Hashes.fingerprint(hash);
        sequences[place] = ended ? -bounded : bounded;
    }

    private void grow() {
        long[] oldSubjects = subjects;
        long[] oldHashes = hashes;
        int[] oldSequences = sequences;
        subjects = new long[oldSubjects.length * 2];
        hashes = new long[subjects.length];
        sequences = new int[subjects.length];
        for (int old = 0; old < oldSubjects.length; old++) {
            if (oldSequences[old] != 0) {
                int place = place(oldSubjects[old]);
                subjects[place] = oldSubjects[old];
                hashes[place] = oldHashes[old];
                sequences[place] = oldSequences[old];
            }
        }
    }

    private int place(long key) {
        int place = (int) (key ^ key >>> 32) & subjects.length - 1;
        while (sequences[place] != 0 && subjects[place] != key) {
            place = place + 1 & subjects.length - 1;
        }
        return place;
    }

    /** FNV-1a, finished so that all bits count. */
    private static long key(String subject) {
        long key = 0xcbf29ce484222325L;
        for (int i = 0; i < subject.length(); i++) {
            key = (key ^ subject.charAt(i)) * 0x100000001b3L;
        }
        key = (key ^ key >>> 32) * 0xd6e8feb86659fd93L;
        return key ^ key >>> 32;
    }
}
