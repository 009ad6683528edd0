package news.kiosque.articles.section;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.edition.Edition;
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
    private static final Logger log = LoggerFactory.getLogger(Sections.class);
    private static final Duration REFRESH = Duration.ofSeconds(5);
    private static final Comparator<Section> AS_PLACED = Comparator.comparingInt(Section::position)
            .thenComparing(Section::path);

    private final MongoCollection<Document> documents;
    private final Disposable.Swap refreshing = Disposables.swap();
    private volatile Map<Edition, List<Section>> byEdition = Map.of();
    private volatile boolean running;

    Sections(MongoDatabase database) {
        this.documents = database.getCollection("sections");
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

    /** Keeps a section, in place of the one at its path where there is one. */
    public Mono<Section> save(Section section) {
        String id = section.edition() + "/" + section.path();
        return Mono
                .from(documents.replaceOne(eq("_id", id), document(section), new ReplaceOptions().upsert(true)))
                .then(refresh()).thenReturn(section);
    }

    /** Reads all sections from the store now. */
    public Mono<Void> refresh() {
        return Flux.from(documents.find()).map(Sections::section).sort(AS_PLACED)
                .collect(Collectors.groupingBy(Section::edition)).doOnNext(found -> byEdition = Map.copyOf(found))
                .then();
    }

    @Override
    public void start() {
        running = true;
        refreshing.update(Flux.interval(Duration.ZERO, REFRESH).onBackpressureDrop()
                .concatMap(_ -> refresh().onErrorResume(failure -> {
                    log.warn("The sections could not be read; those read before are used: {}", failure.toString());
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
