package news.kiosque.proof;

import java.time.Instant;

/**
 * What is given away of a seal so that nobody can shorten or rewrite the ledger unseen.
 *
 * @param hash of the seal, in hex
 */
public record PublishedRoot(long number, long total, String hash, Instant at, String signature) {

    /** One line of the file of roots. */
    public String line() {
        return String.join(" ", Long.toString(number), Long.toString(total), hash, at.toString(), signature);
    }

    /** @throws IllegalArgumentException when it is not such a line */
    public static PublishedRoot parse(String line) {
        String[] parts = line.strip().split(" ");
        if (parts.length != 5) {
            throw new IllegalArgumentException("Not a published root: " + line);
        }
        return new PublishedRoot(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2], Instant.parse(parts[3]),
                parts[4]);
    }
}
