package news.kiosque.proof;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A signature over the records that came since the seal before, bound to it.
 *
 * @param number from 1, by one
 * @param count records under this seal, at least one
 * @param total records under this seal and all before it
 * @param root of the Merkle tree over the records' hashes, in hex
 * @param previous {@link #hash()} of the seal before; {@link Hashes#NONE} for the first
 * @param keyId whose signature it is
 * @param signature Ed25519 over {@link #statement()}, Base64url
 */
public record Seal(long number, int count, long total, String root, String previous, Instant at, String keyId,
        String signature) {

    /** The seal that follows another one, over these records, not yet signed. */
    public static Seal over(@Nullable Seal last, List<LedgerRecord> records, String keyId, Instant at) {
        return new Seal(last == null ? 1 : last.number() + 1, records.size(),
                (last == null ? 0 : last.total()) + records.size(),
                MerkleTree.root(records.stream().map(LedgerRecord::hash).toList()),
                last == null ? Hashes.NONE : last.hash(), at, keyId, "");
    }

    public Seal signed(String by) {
        return new Seal(number, count, total, root, previous, at, keyId, by);
    }

    /** The lines that are signed. */
    public String statement() {
        return String.join("\n", "kiosque-seal-v1", Long.toString(number), Integer.toString(count),
                Long.toString(total), root, previous, Long.toString(at.toEpochMilli()), keyId);
    }

    /** What the next seal binds itself to, in hex. */
    public String hash() {
        return Hashes.hex(Hashes.sha256(statement().getBytes(UTF_8)));
    }

    public PublishedRoot published() {
        return new PublishedRoot(number, total, hash(), at, signature);
    }
}
