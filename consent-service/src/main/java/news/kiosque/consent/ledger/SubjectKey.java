package news.kiosque.consent.ledger;

import java.security.MessageDigest;
import java.util.Base64;

import news.kiosque.proof.Hashes;
import news.kiosque.proof.LedgerRecord;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The secret of one subject: it seals the choices and keys the commitments. Without it nobody can read them. */
final class SubjectKey {
    private final byte[] secret;
    private final SecretBox box;
    private final byte[] commitmentKey;

    SubjectKey(byte[] secret) {
        this.secret = secret.clone();
        box = new SecretBox(Hmac.of(secret, "seal".getBytes(UTF_8)));
        commitmentKey = Hmac.of(secret, "commitment".getBytes(UTF_8));
    }

    static SubjectKey random() {
        return new SubjectKey(SecretBox.randomKey());
    }

    byte[] wrapped(SecretBox wrapping, String subject) {
        return wrapping.close(secret, subject.getBytes(UTF_8));
    }

    static SubjectKey unwrapped(SecretBox wrapping, byte[] wrapped, String subject) {
        return new SubjectKey(wrapping.open(wrapped, subject.getBytes(UTF_8)));
    }

    byte[] seal(byte[] payload, String recordId) {
        return box.close(payload, recordId.getBytes(UTF_8));
    }

    /** @throws SealBroken also when the payload is not the one committed to */
    byte[] open(LedgerRecord record) {
        byte[] payload = box.open(Base64.getUrlDecoder().decode(record.sealed()), record.id().getBytes(UTF_8));
        if (!MessageDigest.isEqual(commitment(payload), Hashes.unhex(record.commitment()))) {
            throw new SealBroken("The payload is not the one that was committed to", null);
        }
        return payload;
    }

    byte[] commitment(byte[] payload) {
        return Hmac.of(commitmentKey, payload);
    }
}
