package news.kiosque.consent.ledger;

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
        Map<String, String> key) {}
