package news.kiosque.recommendation.index;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * How often each term occurs in a text. A term is kept as a 32-bit hash: among a million different words about a hundred
 * pairs share one, which no list notices, and there is no dictionary that instances would have to agree on.
 *
 * @param ids hashes of the terms, rising
 * @param counts as many as ids, each at least 1
 */
public record TermBag(int[] ids, int[] counts) {
    public static final TermBag EMPTY = new TermBag(new int[0], new int[0]);
    private static final int SEED = 0x4b69;

    public static TermBag of(Collection<String> terms) {
        return ofIds(terms.stream().mapToInt(TermBag::id).sorted().toArray());
    }

    /** The hash under which a term is known. */
    public static int id(String term) {
        return StringHelper.murmurhash3_x86_32(new BytesRef(term), SEED);
    }

    /** The same with each term taken for another. */
    public TermBag with(IntUnaryOperator change) {
        return ofIds(IntStream.range(0, ids.length)
                .flatMap(i -> IntStream.generate(() -> change.applyAsInt(ids[i])).limit(counts[i])).sorted()
                .toArray());
    }

    private static TermBag ofIds(int[] sorted) {
        int[] ids = new int[sorted.length];
        int[] counts = new int[sorted.length];
        int size = 0;
        for (int id : sorted) {
            if (size > 0 && ids[size - 1] == id) {
                counts[size - 1]++;
            } else {
                ids[size] = id;
                counts[size++] = 1;
            }
        }
        return new TermBag(Arrays.copyOf(ids, size), Arrays.copyOf(counts, size));
    }

    public int size() {
        return ids.length;
    }

    public boolean isEmpty() {
        return ids.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TermBag bag && Arrays.equals(ids, bag.ids) && Arrays.equals(counts, bag.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ids) + Arrays.hashCode(counts);
    }
}
