package news.kiosque.consent.ledger;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

import news.kiosque.proof.Hashes;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A set of record ids that holds a million in 16 MB. An id is known by 64 bits of a hash whose salt nobody knows
 * beforehand, so that none can be made to pass for another one.
 */
final class Ids {
    private static final double FULL = 0.6;

    private final byte[] salt = new byte[16];
    private long[] places = new long[1024];
    private int count;

    Ids() {
        new SecureRandom().nextBytes(salt);
    }

    void add(String id) {
        long known = known(id);
        int place = place(places, known);
        if (places[place] == 0) {
            places[place] = known;
            if (++count > places.length * FULL) {
                grow();
            }
        }
    }

    boolean contains(String id) {
        long known = known(id);
        return places[place(places, known)] == known;
    }

    private void grow() {
        long[] larger = new long[places.length * 2];
        Arrays.stream(places).filter(known -> known != 0).forEach(known -> larger[place(larger, known)] = known);
        places = larger;
    }

    /** Never 0, which stands for a free place. */
    private long known(String id) {
        return ByteBuffer.wrap(Hashes.sha256(salt, id.getBytes(UTF_8))).getLong() | 1;
    }

    /** Where it is, or the free place where it would be. */
    private static int place(long[] places, long known) {
        int place = (int) (known >>> 32) & places.length - 1;
        while (places[place] != 0 && places[place] != known) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }
}
