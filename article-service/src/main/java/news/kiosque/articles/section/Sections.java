package news.kiosque.articles.section;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.outbox.Outbox;
import news.kiosque.articles.outbox.OutboxSignal;
import news.kiosque.events.PagesChanged;
import news.kiosque.platform.kafka.OutgoingEvent;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.eq;

/** All sections, kept in memory and read anew every few seconds, so that a page need not ask the store for them. */
@Component
public class Sections implements SmartLifecycle {
    static final String COLLECTION = "sections";
    private static final Logger LOG = LoggerFactory.getLogger(Sections.class);
    private static final Duration REFRESH = Duration.ofSeconds(5);
    private static final Comparator<Section> AS_PLACED = Comparator.comparingInt(Section::position)
            .thenComparing(Section::path);

    private final MongoCollection<Document> documents;
    private final OutboxSignal signal;
    private final InstantSource clock;
    private final Disposable.Swap refreshing = Disposables.swap();
    private volatile Map<Edition, List<Section>> byEdition = Map.of();
    private volatile boolean running;

    Sections(MongoDatabase database, OutboxSignal signal, InstantSource clock) {
        this.documents = database.getCollection(COLLECTION);
        this.signal = signal;
        this.clock = clock;
    }

    /** All of an edition, siblings in their order; parents are not necessarily next to their children. */
    public List<Section> of(Edition edition) {
        return byEdition.getOrDefault(edition, List.of());
    }

    public Optional<Section> find(Edition edition, String path) {
        return of(edition).stream().filter(section -> section.path().equals(path)).findFirst();
    }

    /** From the top section down to this one, as a breadcrumb shows them; empty for an unknown section. */
    public List<Section> line(Edition edition, String path) {
        return find(edition, path).isEmpty()
                ? List.of()
                : Section.line(path).stream().flatMap(above -> find(edition, above).stream()).toList();
    }

    /** The sections right below one, in their order; the top sections for the empty path. */
    public List<Section> children(Edition edition, String path) {
        return of(edition).stream().filter(section -> Section.parent(section.path()).equals(path)).toList();
    }

    /** Keeps a section, in place of the one at its path where there is one, and tells of the pages that name it. */
    public Mono<Section> save(Section section) {
        Instant now = clock.instant();
        String key = "section/" + section.edition() + "/" + section.path();
        List<String> keys = Stream.concat(Stream.of("home/" + section.edition()),
                Section.line(section.path()).stream().map(path -> "section/" + section.edition() + "/" + path))
                .toList();
        OutgoingEvent pages = OutgoingEvent.of(new PagesChanged(key, keys, PagesChanged.Purge.soft, now), now);
        return Mono
                .from(documents.updateOne(eq("_id", section.edition() + "/" + section.path()),
                        Updates.combine(new Document("$set", document(section)), Outbox.add(List.of(pages))),
                        new UpdateOptions().upsert(true)))
                .doOnNext(_ -> signal.raise()).then(refresh()).thenReturn(section);
    }

    /** Reads all sections from the store now. */
    public Mono<Void> refresh() {
        return Flux.from(documents.find().projection(Projections.exclude(Outbox.FIELD))).map(Sections::section)
                .sort(AS_PLACED)
                .collect(Collectors.groupingBy(Section::edition)).doOnNext(found -> byEdition = Map.copyOf(found))
                .then();
    }

    @Override
    public void start() {
        running = true;
        refreshing.update(Flux.interval(Duration.ZERO, REFRESH).onBackpressureDrop()
                .concatMap(_ -> refresh().onErrorResume(failure -> {
                    LOG.warn("The sections could not be read; those read before are used: {}", failure.toString());
                    return Mono.empty();
                }), 1).subscribe());
    }

    @Override
    public void stop() {
        running = false;
        refreshing.dispose();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static Document document(Section section) {
        return new Document("edition", section.edition().name()).append("path", section.path())
                .append("name", section.name()).append("position", section.position());
    }

    private static Section section(Document document) {
        return new Section(Edition.valueOf(document.getString("edition")), document.getString("path"),
                document.getString("name"), document.getInteger("position"));
    }
}
