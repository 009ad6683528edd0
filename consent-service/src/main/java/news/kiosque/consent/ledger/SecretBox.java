package news.kiosque.consent.ledger;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a random nonce in front of what it closes. */
final class SecretBox {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    SecretBox(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    static byte[] randomKey() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return key;
    }

    byte[] close(byte[] plain, byte[] context) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, plain, context);
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
        System.arraycopy(closed, 0, whole, NONCE_BYTES, closed.length);
        return whole;
    }

    /** @throws SealBroken when the bytes were changed, or closed with another key or in another context */
    byte[] open(byte[] whole, byte[] context) {
        if (whole.length < NONCE_BYTES) {
            throw new SealBroken("Too short to have been sealed here", null);
        }
        return run(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE_BYTES),
                Arrays.copyOfRange(whole, NONCE_BYTES, whole.length), context);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, byte[] context) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("The seal does not open with this key", e);
        }
    }
}
