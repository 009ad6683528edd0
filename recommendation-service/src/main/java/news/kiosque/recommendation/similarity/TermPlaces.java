package news.kiosque.recommendation.similarity;

import java.util.Arrays;

/** Where each term of a text stands among its terms, found at once: an open table that fits into the nearest cache. */
final class TermPlaces {
    private static final int NONE = -1;

    private final int[] ids;
    private final int[] places;
    private final int shift;

    /** @param ids without doubles */
    TermPlaces(int[] ids) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(4, ids.length)) + 1;
        this.ids = ids;
        this.places = new int[1 << bits];
        this.shift = Integer.SIZE - bits;
        Arrays.fill(places, NONE);
        for (int place = 0; place < ids.length; place++) {
            int slot = slot(ids[place]);
            while (places[slot] != NONE) {
                slot = slot + 1 & places.length - 1;
            }
            places[slot] = place;
        }
    }

    /** @return negative when there is none */
    int of(int id) {
        int slot = slot(id);
        while (places[slot] != NONE && ids[places[slot]] != id) {
            slot = slot + 1 & places.length - 1;
        }
        return places[slot];
    }

    private int slot(int id) {
        return id * 0x9E3779B9 >>> shift;
    }
}
