package news.kiosque.consent.ledger;

import java.time.Instant;
import java.util.Base64;

import news.kiosque.proof.Hashes;
import news.kiosque.proof.LedgerRecord;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SubjectKeyTest {
    private static final byte[] PAYLOAD = "what was chosen".getBytes(UTF_8);

    @Test
    void opensWhatItHasSealed() {
        SubjectKey key = SubjectKey.random();
        assertThat(key.open(record(key, "r1", PAYLOAD))).isEqualTo(PAYLOAD);
    }

    @Test
    void opensNothingOfAnotherSubjectOrRecordAndNothingThatWasChanged() {
        SubjectKey key = SubjectKey.random();
        LedgerRecord record = record(key, "r1", PAYLOAD);

        assertThatThrownBy(() -> SubjectKey.random().open(record)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> key.open(renamed(record, "r2"))).isInstanceOf(SealBroken.class);
        byte[] other = key.seal("something else".getBytes(UTF_8), "r1");
        assertThatThrownBy(() -> key.open(resealed(record, other))).isInstanceOf(SealBroken.class)
                .hasMessageContaining("committed");
    }

    @Test
    void unwrapsOnlyForItsOwnSubject() {
        SecretBox wrapping = new SecretBox(SecretBox.randomKey());
        SubjectKey key = SubjectKey.random();
        byte[] wrapped = key.wrapped(wrapping, "s1");

        LedgerRecord record = record(key, "r1", PAYLOAD);
        assertThat(SubjectKey.unwrapped(wrapping, wrapped, "s1").open(record)).isEqualTo(PAYLOAD);
        assertThatThrownBy(() -> SubjectKey.unwrapped(wrapping, wrapped, "s2")).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> SubjectKey.unwrapped(new SecretBox(SecretBox.randomKey()), wrapped, "s1"))
                .isInstanceOf(SealBroken.class);
    }

    private static LedgerRecord record(SubjectKey key, String id, byte[] payload) {
        return new LedgerRecord(id, "s", 1, LedgerRecord.Type.CHOICE, "1", "h", Instant.EPOCH, Instant.EPOCH,
                base64(key.seal(payload, id)), Hashes.hex(key.commitment(payload)), Hashes.NONE, "").hashed();
    }

    private static LedgerRecord renamed(LedgerRecord old, String id) {
        return new LedgerRecord(id, old.subject(), old.sequence(), old.type(), old.noticeVersion(), old.noticeHash(),
                old.at(), old.expiresAt(), old.sealed(), old.commitment(), old.previous(), old.hash());
    }

    private static LedgerRecord resealed(LedgerRecord old, byte[] sealed) {
        return new LedgerRecord(old.id(), old.subject(), old.sequence(), old.type(), old.noticeVersion(),
                old.noticeHash(), old.at(), old.expiresAt(), base64(sealed), old.commitment(), old.previous(),
                old.hash());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
