package news.kiosque.consent.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import news.kiosque.proof.PublishedRoot;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The published roots, a line a seal, and beside them the last one of each day, short enough to be printed in a newspaper.
 * Copy them to where the store's owner cannot write.
 */
@Component
class RootsFile {
    static final String NAME = "ledger-roots.txt";
    static final String DAYS_NAME = "ledger-days.txt";

    private final LinesFile roots;
    private final LinesFile days;
    private final ZoneId zone;
    private final Scheduler disk = Schedulers.newSingle("ledger-roots", true);

    RootsFile(@Value("${kiosque.data}") Path folder, @Value("${kiosque.zone}") ZoneId zone) {
        roots = new LinesFile(folder.resolve(NAME));
        days = new LinesFile(folder.resolve(DAYS_NAME));
        this.zone = zone;
    }

    /** The last one that was published, if any was. */
    Mono<Optional<PublishedRoot>> last() {
        return Mono.fromCallable(() -> Optional.ofNullable(lastRoot())).subscribeOn(disk);
    }

    /** In the order of their seals. */
    Flux<PublishedRoot> all() {
        return read(roots).map(PublishedRoot::parse);
    }

    /** Those of seals with higher numbers. */
    Flux<String> linesAfter(long number) {
        return read(roots).filter(line -> Long.parseLong(line, 0, line.indexOf(' '), 10) > number);
    }

    /** A line a day that is over: the day and its last root. */
    Flux<String> days() {
        return read(days);
    }

    /** On disk when it completes. */
    Mono<Void> append(List<PublishedRoot> fresh) {
        return Mono.<Void>fromCallable(() -> {
            List<String> over = daysThatEndWith(fresh);
            if (!over.isEmpty()) {
                days.append(over);
            }
            roots.append(fresh.stream().map(PublishedRoot::line).toList());
            return null;
        }).subscribeOn(disk);
    }

    /** A day is over with the first root of a later one; after a crash the same day may come again. */
    private List<String> daysThatEndWith(List<PublishedRoot> fresh) throws IOException {
        String known = days.last();
        List<String> over = new ArrayList<>();
        PublishedRoot before = lastRoot();
        for (PublishedRoot root : fresh) {
            if (before != null && day(before).isBefore(day(root))
                    && (known == null || known.compareTo(day(before).toString()) < 0)) {
                over.add(day(before) + " " + before.line());
            }
            before = root;
        }
        return over;
    }

    private @Nullable PublishedRoot lastRoot() throws IOException {
        String line = roots.last();
        return line == null ? null : PublishedRoot.parse(line);
    }

    private LocalDate day(PublishedRoot root) {
        return LocalDate.ofInstant(root.at(), zone);
    }

    private Flux<String> read(LinesFile file) {
        return Flux.using(file::lines, Flux::fromStream, Stream::close).subscribeOn(disk);
    }
}
