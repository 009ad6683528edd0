package news.kiosque.recommendation.related;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import news.kiosque.events.Order;
import news.kiosque.events.RelatedComputed;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * What is known of the list that was sent last for an article.
 *
 * @param order {@link Order#NONE} when none was ever sent
 * @param lowest score of its last item
 */
record KnownList(String articleId, Order order, String algorithm, List<String> items, double lowest,
        Instant computedAt) {

    static KnownList none(String articleId) {
        return new KnownList(articleId, Order.NONE, "", List.of(), 0, Instant.EPOCH);
    }

    static KnownList of(RelatedComputed list) {
        return new KnownList(list.articleId(), list.order(), list.algorithm().intern(),
                list.items().stream().map(RelatedComputed.Item::articleId).toList(),
                list.items().isEmpty() ? 0 : list.items().getLast().score(), list.computedAt());
    }

    /** Whether a list was ever sent. */
    boolean wasSent() {
        return !order.equals(Order.NONE);
    }

    BytesRef toBytes() {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            out.writeString(articleId);
            out.writeVLong(order.epoch());
            out.writeVLong(order.number());
            out.writeString(algorithm);
            out.writeVInt(items.size());
            for (String item : items) {
                out.writeString(item);
            }
            out.writeLong(Double.doubleToLongBits(lowest));
            out.writeLong(computedAt.toEpochMilli());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    static KnownList ofBytes(BytesRef bytes) throws IOException {
        ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        String articleId = in.readString();
        Order order = new Order(in.readVLong(), in.readVLong());
        String algorithm = in.readString().intern();
        int size = in.readVInt();
        List<String> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(in.readString());
        }
        return new KnownList(articleId, order, algorithm, List.copyOf(items), Double.longBitsToDouble(in.readLong()),
                Instant.ofEpochMilli(in.readLong()));
    }
}
