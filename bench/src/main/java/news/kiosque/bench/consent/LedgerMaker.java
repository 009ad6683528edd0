package news.kiosque.bench.consent;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import news.kiosque.proof.Hashes;
import news.kiosque.proof.LedgerRecord;
import news.kiosque.proof.PublishedRoot;
import news.kiosque.proof.Seal;
import news.kiosque.proof.VerifyingKey;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Makes a ledger as large as one likes: nine of ten choices are those of new readers. */
final class LedgerMaker {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int SEALED_BYTES = 130;
    private static final String NOTICE_HASH = Hashes.sha256Hex("the text that was asked");

    private final Random random;
    private final KeyPair keys;
    private final VerifyingKey key;
    private final Map<String, LedgerRecord> last = new HashMap<>();
    private final List<String> subjects = new ArrayList<>();
    private final List<PublishedRoot> roots = new ArrayList<>();
    private @Nullable Seal before;
    private long now = 1_700_000_000_000L;

    LedgerMaker(Random random) {
        this.random = random;
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        byte[] encoded = keys.getPublic().getEncoded();
        key = new VerifyingKey(Map.of("kty", "OKP", "crv", "Ed25519", "kid", "bench", "x",
                BASE64.encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length))));
    }

    VerifyingKey key() {
        return key;
    }

    List<PublishedRoot> roots() {
        return roots;
    }

    List<LedgerRecord> records(int count) {
        List<LedgerRecord> fresh = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fresh.add(record());
        }
        return fresh;
    }

    Seal seal(List<LedgerRecord> fresh) {
        Seal seal = Seal.over(before, fresh, key.id(), Instant.ofEpochMilli(now));
        before = seal.signed(sign(seal.statement()));
        roots.add(before.published());
        return before;
    }

    private LedgerRecord record() {
        String subject = subjects.isEmpty() || random.nextInt(10) > 0
                ? new UUID(random.nextLong(), random.nextLong()).toString()
                : subjects.get(random.nextInt(subjects.size()));
        LedgerRecord previous = last.get(subject);
        byte[] sealed = new byte[SEALED_BYTES];
        random.nextBytes(sealed);
        Instant at = Instant.ofEpochMilli(now++);
        LedgerRecord record = new LedgerRecord(new UUID(random.nextLong(), random.nextLong()).toString(), subject,
                previous == null ? 1 : previous.sequence() + 1, LedgerRecord.Type.CHOICE, "1", NOTICE_HASH, at,
                at.plusSeconds(15_724_800), BASE64.encodeToString(sealed), Hashes.hex(Hashes.sha256(sealed)),
                previous == null ? Hashes.NONE : previous.hash(), "").hashed();
        // Only those that may choose again are remembered.
        if (previous != null || random.nextInt(10) == 0) {
            if (last.put(subject, record) == null) {
                subjects.add(subject);
            }
        }
        return record;
    }

    private String sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
