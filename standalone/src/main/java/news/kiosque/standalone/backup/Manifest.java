package news.kiosque.standalone.backup;

import java.time.Instant;
import java.util.Objects;

import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself.
 *
 * @param product the version of Kiosque that made it
 * @param madeAt when its making began
 * @param epoch that the suite was in
 */
public record Manifest(String product, Instant madeAt, long epoch) {
    private static final JsonMapper JSON = new JsonMapper();

    static Manifest of(Instant now, long epoch) {
        return new Manifest(
                Objects.requireNonNullElse(Manifest.class.getPackage().getImplementationVersion(), "unknown"), now,
                epoch);
    }

    static Manifest read(byte[] json) {
        return JSON.readValue(json, Manifest.class);
    }

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    /** The epoch of what is restored from it: above every one that was before, also those of later backups. */
    long next(Instant now) {
        return Math.max(now.getEpochSecond(), epoch + 1);
    }
}
