package news.kiosque.consent.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import news.kiosque.platform.token.KeyFolder;
import org.springframework.stereotype.Component;

/** The keys that are in force now: the first wraps, all unwrap. They come and go while the service runs. */
@Component
class WrappingKeys {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final WrappingFile file;
    private volatile Read last;

    WrappingKeys(KeyFolder folder) {
        file = new WrappingFile(folder.folder());
        last = read();
    }

    /** Wraps what is written now; at most a second older than what stands in the file. */
    WrappingKey current() {
        return fresh().getFirst();
    }

    /** @throws SealBroken when it was destroyed, and with it all that only it could open */
    WrappingKey named(String id) {
        return find(last.keys(), id).or(() -> {
            last = read();
            return find(last.keys(), id);
        }).orElseThrow(() -> new SealBroken("There is no wrapping key " + id + " any more", null));
    }

    /** Those that only unwrap. */
    List<String> old() {
        List<WrappingKey> all = fresh();
        return all.subList(1, all.size()).stream().map(WrappingKey::id).toList();
    }

    Instant changedAt() {
        try {
            return file.changedAt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on a new key wraps. Fails with {@link KeysCannotBeWritten} where they are kept by somebody else. */
    void rotate() {
        String id = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[:-]", "") + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        change(keys -> Stream.concat(Stream.of(new WrappingKey(id, SecretBox.randomKey())), keys.stream()).toList());
    }

    /** Destroys these, except the one that wraps. */
    void destroy(Collection<String> ids) {
        change(keys -> keys.stream().filter(key -> key == keys.getFirst() || !ids.contains(key.id())).toList());
    }

    void tidy() {
        try {
            file.tidy();
        } catch (IOException e) {
            throw new KeysCannotBeWritten(e);
        }
    }

    private void change(UnaryOperator<List<WrappingKey>> change) {
        try {
            file.change(change);
        } catch (IOException e) {
            throw new KeysCannotBeWritten(e);
        }
        last = read();
    }

    private List<WrappingKey> fresh() {
        if (System.nanoTime() - last.nanos() > FRESH_NANOS) {
            last = read();
        }
        return last.keys();
    }

    private Read read() {
        try {
            return new Read(file.read(), System.nanoTime());
        } catch (IOException e) {
            throw new UncheckedIOException("The wrapping keys cannot be read: set KIOSQUE_KEYS to their folder", e);
        }
    }

    private static Optional<WrappingKey> find(List<WrappingKey> keys, String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private record Read(List<WrappingKey> keys, long nanos) {}
}
