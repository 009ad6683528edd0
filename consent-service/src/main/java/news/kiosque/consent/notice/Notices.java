package news.kiosque.consent.notice;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import news.kiosque.consent.outbox.OutboxGrew;
import news.kiosque.events.NoticePublished;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The notice in force, in every language and mode. */
@Component
public class Notices {
    private static final Stored SHIPPED = new Stored(0, ShippedNotice.read(), Jurisdictions.SHIPPED);

    private final NoticeFragments fragments;
    private final NoticeStore store;
    private final NoticeEditions editions;
    private final JurisdictionStore jurisdictions;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Map<String, NoticePublished> published = new ConcurrentHashMap<>();
    private volatile Stored current = SHIPPED;

    Notices(NoticeFragments fragments, NoticeStore store, NoticeEditions editions, JurisdictionStore jurisdictions,
            InstantSource clock, ApplicationEventPublisher events) {
        this.fragments = fragments;
        this.store = store;
        this.editions = editions;
        this.jurisdictions = jurisdictions;
        this.clock = clock;
        this.events = events;
    }

    public Notice inForce() {
        return current.notice();
    }

    /** The number of its edition; 0 for the notice that comes with Kiosque. */
    public long edition() {
        return current.number();
    }

    /** The fragments that pages show; empty until they were stored. */
    public List<NoticePublished> published() {
        return published.values().stream().sorted(Comparator.comparing(NoticePublished::key)).toList();
    }

    /** Hash of the text that readers are asked now. */
    public String textHash(String language, Mode mode) {
        return fragments.of(current.notice(), language, mode).textHash();
    }

    /** The fragment of any version that was ever asked, by the hash of its text. */
    public Mono<StoredText> asked(String textHash) {
        return store.version(textHash);
    }

    /** All texts of a version that were ever asked, editorial changes included. */
    public Flux<StoredText> ofVersion(String version) {
        return store.versions(version);
    }

    /** How a notice that is not in force would look in a page. */
    public String preview(Notice notice, String language, Mode mode) {
        return fragments.of(notice, language, mode).html();
    }

    /** What is shown for a language and mode, once it was stored. */
    public Optional<NoticePublished> published(String language, Mode mode) {
        return Optional.ofNullable(published.get(language + "." + mode.id()));
    }

    /** Puts the last edition into force, where it holds; what is new of it goes out to the gateways. */
    public Mono<Void> publish() {
        return stored().flatMap(this::publish);
    }

    /** The same, when another instance has published since. */
    Mono<Void> follow() {
        return stored().filter(found -> !found.isSame(current)).flatMap(this::publish);
    }

    /** Puts this notice into force until another is. */
    Mono<Void> publish(Notice notice) {
        return stored().flatMap(found -> publish(new Stored(found.number(), notice, found.places())));
    }

    private Mono<Stored> stored() {
        return Mono.zip(
                editions.last().map(last -> new Stored(last.number(), last.notice(), Jurisdictions.SHIPPED))
                        .defaultIfEmpty(SHIPPED),
                jurisdictions.get(), (last, places) -> new Stored(last.number(), last.notice(), places));
    }

    private Mono<Void> publish(Stored wanted) {
        return Flux.fromIterable(wanted.notice().languages())
                .flatMap(language -> Flux.fromArray(Mode.values())
                        .map(mode -> fragments.of(wanted.notice(), language, mode)))
                .concatMap(fragment -> store.publish(fragment, wanted.places().placesOf(fragment.mode()),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .collectList().doOnNext(all -> {
                    all.forEach(event -> published.put(event.key(), event));
                    current = wanted;
                    events.publishEvent(new OutboxGrew());
                }).then();
    }

    /** What is to be asked, and where in which mode; number 0 is the notice that comes with Kiosque. */
    private record Stored(long number, Notice notice, Jurisdictions places) {
        boolean isSame(Stored other) {
            return number == other.number && places.equals(other.places);
        }
    }
}
