package news.kiosque.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One link of a subject's chain. Nothing in it tells the choice without the subject's key, and all of it but the hash is
 * under the hash.
 *
 * @param id unique in the ledger
 * @param subject the pseudonym
 * @param sequence from 1, by one
 * @param noticeHash of the text that was asked, empty for an erasure
 * @param expiresAt from then on the choice counts no more; for an erasure equal to {@code at}
 * @param sealed the choice under the subject's key, Base64url; empty for an erasure
 * @param commitment to the choice, keyed by the subject, in hex; empty for an erasure
 * @param previous hash of the subject's record before, in hex; {@link Hashes#NONE} for the first
 * @param hash SHA-256 of {@link #statement()}, in hex
 */
public record LedgerRecord(String id, String subject, long sequence, Type type, String noticeVersion, String noticeHash,
        Instant at, Instant expiresAt, String sealed, String commitment, String previous, String hash) {

    /** Whether the record carries a choice or ends the chain. */
    public enum Type {
        CHOICE, ERASED
    }

    /** The record with the hash that its content asks for. */
    public LedgerRecord hashed() {
        return new LedgerRecord(id, subject, sequence, type, noticeVersion, noticeHash, at, expiresAt, sealed,
                commitment, previous, computedHash());
    }

    /** What the hash of this content is, whatever {@link #hash()} claims. */
    public String computedHash() {
        return Hashes.hex(Hashes.sha256(statement().getBytes(StandardCharsets.UTF_8)));
    }

    /** The lines that are hashed; docs/canvas/consent-service.md shows how to check them elsewhere. */
    public String statement() {
        return String.join("\n", "kiosque-record-v1", id, subject, Long.toString(sequence), type.name(),
                Long.toString(at.toEpochMilli()), Long.toString(expiresAt.toEpochMilli()), noticeVersion, noticeHash,
                sealed, commitment, previous);
    }

    /** How it is called in messages. */
    String name() {
        return "Record " + sequence + " of " + subject;
    }
}
