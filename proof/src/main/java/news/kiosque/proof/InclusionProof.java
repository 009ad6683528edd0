package news.kiosque.proof;

import java.util.List;
import java.util.Map;

/**
 * That a record is under a seal: hash the record, climb the path, find the root in the seal's statement, verify the
 * signature. docs/verify-proof.py does so without any of Kiosque's code.
 *
 * @param record the lines that the record's hash is over
 * @param path from the leaf to the root
 * @param seal the lines that are signed; the fifth is the root
 * @param key the public key as a JWK
 */
public record InclusionProof(String record, List<MerkleTree.Step> path, String seal, String signature,
        Map<String, String> key) {
    private static final int SEAL_LINES = 8;
    private static final int ROOT = 4;

    /** That this one of the records is under the seal over all of them. */
    public static InclusionProof of(int place, List<LedgerRecord> records, Seal seal, VerifyingKey key) {
        return new InclusionProof(records.get(place).statement(),
                MerkleTree.path(records.stream().map(LedgerRecord::hash).toList(), place), seal.statement(),
                seal.signature(), key.jwk());
    }

    /** Whether it proves anything: the record leads to the root that this key has signed. */
    public boolean holds() {
        String[] lines = seal.split("\n", -1);
        return lines.length == SEAL_LINES && MerkleTree.climb(Hashes.sha256Hex(record), path).equals(lines[ROOT])
                && new VerifyingKey(key).verifies(seal, signature);
    }
}
