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
    private final NoticeFragments fragments;
    private final NoticeStore store;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Map<String, NoticePublished> published = new ConcurrentHashMap<>();
    private volatile Notice inForce;

    Notices(NoticeFragments fragments, NoticeStore store, InstantSource clock, ApplicationEventPublisher events) {
        this.fragments = fragments;
        this.store = store;
        this.clock = clock;
        this.events = events;
        inForce = ShippedNotice.read();
    }

    public Notice inForce() {
        return inForce;
    }

    /** The fragments that pages show; empty until they were stored. */
    public List<NoticePublished> published() {
        return published.values().stream().sorted(Comparator.comparing(NoticePublished::key)).toList();
    }

    /** Hash of the text that readers are asked now. */
    public String textHash(String language, Mode mode) {
        return fragments.of(inForce, language, mode).textHash();
    }

    /** The fragment of any version that was ever asked, by the hash of its text. */
    public Mono<StoredText> asked(String textHash) {
        return store.version(textHash);
    }

    /** All texts of a version that were ever asked, editorial changes included. */
    public Flux<StoredText> ofVersion(String version) {
        return store.versions(version);
    }

    /** Puts a notice into force; what is new of it goes out to the gateways. */
    Mono<Void> publish(Notice notice) {
        inForce = notice;
        return Flux.fromIterable(notice.languages())
                .flatMap(language -> Flux.fromArray(Mode.values())
                        .map(mode -> fragments.of(notice, language, mode)))
                .concatMap(fragment -> store.publish(fragment, clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .doOnNext(event -> published.put(event.key(), event)).then()
                .doOnSuccess(done -> events.publishEvent(new OutboxGrew()));
    }

    /** What is shown for a language and mode, once it was stored. */
    public Optional<NoticePublished> published(String language, Mode mode) {
        return Optional.ofNullable(published.get(language + "." + mode.id()));
    }
}
