package news.kiosque.recommendation.index;

import java.io.IOException;
import java.util.Arrays;

import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataOutput;

/**
 * A bag as bytes: each id, or its place in a larger bag, as the distance from the one before. The lowest bit says whether
 * a count follows; most terms occur once.
 */
final class TermBagCodec {

    private TermBagCodec() {}

    static void write(TermBag bag, DataOutput out) throws IOException {
        out.writeVInt(bag.size());
        long before = Integer.MIN_VALUE;
        for (int i = 0; i < bag.size(); i++) {
            write(bag.ids()[i] - before, bag.counts()[i], out);
            before = bag.ids()[i];
        }
    }

    static TermBag read(ByteArrayDataInput in) throws IOException {
        int[] ids = new int[in.readVInt()];
        int[] counts = new int[ids.length];
        long before = Integer.MIN_VALUE;
        for (int i = 0; i < ids.length; i++) {
            long step = in.readVLong();
            before += step >>> 1;
            ids[i] = (int) before;
            counts[i] = (step & 1) == 0 ? 1 : in.readVInt();
        }
        return new TermBag(ids, counts);
    }

    /** @param whole has every id of the part */
    static void writePart(TermBag part, TermBag whole, DataOutput out) throws IOException {
        out.writeVInt(part.size());
        int before = 0;
        for (int i = 0; i < part.size(); i++) {
            int place = Arrays.binarySearch(whole.ids(), part.ids()[i]);
            if (place < 0) {
                throw new IllegalArgumentException("not a part of the other bag");
            }
            write(place - before, part.counts()[i], out);
            before = place;
        }
    }

    static TermBag readPart(TermBag whole, ByteArrayDataInput in) throws IOException {
        int[] ids = new int[in.readVInt()];
        int[] counts = new int[ids.length];
        int place = 0;
        for (int i = 0; i < ids.length; i++) {
            long step = in.readVLong();
            place += (int) (step >>> 1);
            ids[i] = whole.ids()[place];
            counts[i] = (step & 1) == 0 ? 1 : in.readVInt();
        }
        return new TermBag(ids, counts);
    }

    private static void write(long step, int count, DataOutput out) throws IOException {
        out.writeVLong(step << 1 | (count > 1 ? 1 : 0));
        if (count > 1) {
            out.writeVInt(count);
        }
    }
}
