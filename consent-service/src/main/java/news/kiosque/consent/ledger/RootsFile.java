package news.kiosque.consent.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The published roots, a line a seal, in a file that is only ever added to; copy it to where the store's owner cannot write. */
@Component
class RootsFile {
    static final String NAME = "ledger-roots.txt";

    private final Path file;
    private final Scheduler disk = Schedulers.newSingle("ledger-roots", true);

    RootsFile(@Value("${kiosque.data}") Path folder) {
        file = folder.resolve(NAME);
    }

    /** In the order of their seals; a last line that was cut off by a crash is left out. */
    Mono<List<PublishedRoot>> all() {
        return Mono.fromCallable(this::read).subscribeOn(disk);
    }

    /** On disk when it completes. */
    Mono<Void> append(List<PublishedRoot> roots) {
        return Mono.<Void>fromCallable(() -> {
            write(roots);
            return null;
        }).subscribeOn(disk);
    }

    Flux<PublishedRoot> after(long number) {
        return all().flatMapIterable(roots -> roots).filter(root -> root.number() > number);
    }

    private List<PublishedRoot> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file, US_ASCII);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(PublishedRoot::parse).toList();
    }

    private void write(List<PublishedRoot> roots) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        StringBuilder lines = new StringBuilder();
        roots.forEach(root -> lines.append(root.line()).append('\n'));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.READ)) {
            channel.position(endOfLastLine(channel));
            channel.truncate(channel.position());
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** A line that a crash has cut off is written anew. */
    private static long endOfLastLine(FileChannel channel) throws IOException {
        long end = channel.size();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (end > 0) {
            channel.read(one.clear(), end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
            end--;
        }
        return 0;
    }
}
