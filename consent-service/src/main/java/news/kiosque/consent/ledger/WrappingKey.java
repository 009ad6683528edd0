package news.kiosque.consent.ledger;

import java.util.Base64;

/** A key that wraps the keys of subjects and the events on their way to Kafka, and the name that stands beside what it wrapped. */
record WrappingKey(String id, byte[] secret) {
    /** The name of a key whose line has none. */
    static final String UNNAMED = "0";
    private static final int BYTES = 32;

    static WrappingKey parse(String line) {
        int space = line.indexOf(' ');
        byte[] secret = Base64.getDecoder().decode(line.substring(space + 1).strip());
        if (secret.length != BYTES) {
            throw new IllegalArgumentException(WrappingFile.NAME
                    + " must hold a line a key: its id, a space, 32 bytes in Base64");
        }
        return new WrappingKey(space < 0 ? UNNAMED : line.substring(0, space), secret);
    }

    SecretBox box() {
        return new SecretBox(secret);
    }

    String line() {
        return id + " " + Base64.getEncoder().encodeToString(secret);
    }

    @Override
    public String toString() {
        return "WrappingKey[" + id + "]";
    }
}
