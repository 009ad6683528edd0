package news.kiosque.consent.outbox;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import news.kiosque.consent.life.Background;
import news.kiosque.platform.kafka.TopicsReady;
import news.kiosque.platform.outbox.EventSessions;
import news.kiosque.platform.outbox.Fenced;
import news.kiosque.platform.outbox.Hopeless;
import news.kiosque.platform.outbox.Suspect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Brings what waits in the outboxes to Kafka. One relay works at a time: a new one fences the one before, which steps back
 * and takes over again only when events have waited for too long.
 */
@Component
class Relay extends Background {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final URI SOURCE = URI.create("/consent-service");
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration OVERDUE = Duration.ofSeconds(10);
    private static final int BATCH = 500;

    private final List<Outbox> outboxes;
    private final EventSessions sessions;
    private final InstantSource clock;
    private final Sinks.One<TopicsReady> topics = Sinks.one();
    private final Sinks.Many<Long> nudges = Sinks.many().multicast().directBestEffort();
    private volatile boolean steppedBack;
    private volatile boolean failing;
    private volatile int oneByOne;

    Relay(List<Outbox> outboxes, KafkaProperties kafka, InstantSource clock,
            @Value("${kiosque.outbox.transactional-id}") String transactionalId) {
        this.outboxes = outboxes;
        this.clock = clock;
        sessions = new EventSessions("relay", SOURCE,
                EventSessions.producers(kafka.buildProducerProperties(), transactionalId));
    }

    @EventListener
    void on(OutboxGrew grew) {
        nudges.tryEmitNext(0L);
    }

    @EventListener
    void on(TopicsReady ready) {
        topics.tryEmitValue(ready);
    }

    @Override
    protected Disposable begin() {
        Disposable rounds = topics.asMono()
                .thenMany(Flux.merge(Flux.interval(Duration.ZERO, ROUND).onBackpressureDrop(), nudges.asFlux()))
                .onBackpressureLatest().concatMap(tick -> round(), 1).subscribe();
        return () -> {
            rounds.dispose();
            sessions.close().onErrorComplete().subscribe();
        };
    }

    private Mono<Void> round() {
        return Flux.fromIterable(outboxes).concatMap(this::drain).then().doOnSuccess(done -> recovered())
                .onErrorResume(this::failed);
    }

    /** The session comes first: what was read before it fenced the others could be older than what they have sent. */
    private Mono<Void> drain(Outbox outbox) {
        return mayWork(outbox).filter(may -> may).flatMap(may -> sessions.open().thenReturn(may))
                .doOnNext(open -> steppedBack = false)
                .flatMap(open -> outbox.waiting(oneByOne > 0 ? 1 : BATCH).collectList())
                .filter(batch -> !batch.isEmpty()).flatMap(batch -> send(outbox, batch)).defaultIfEmpty(false).repeat()
                .takeWhile(more -> more).then();
    }

    /** Whether there may be more. */
    private Mono<Boolean> send(Outbox outbox, List<Waiting> batch) {
        return sessions.send(batch.stream().map(Waiting::event).toList()).then(Mono.defer(() -> {
            oneByOne = Math.max(0, oneByOne - 1);
            return outbox.published(batch).thenReturn(batch.size() == BATCH || oneByOne > 0);
        })).onErrorResume(Hopeless.class, hopeless -> park(outbox, batch, hopeless)).onErrorResume(Suspect.class,
                suspect -> {
                    oneByOne = batch.size();
                    LOG.warn("Kafka will never take one of {} events; they are sent one by one", batch.size(), suspect);
                    return Mono.just(true);
                });
    }

    private Mono<Boolean> park(Outbox outbox, List<Waiting> batch, Hopeless hopeless) {
        LOG.error("ALARM: Kafka will never take event {}, it is put aside in its document", hopeless.event(), hopeless);
        oneByOne = Math.max(0, oneByOne - 1);
        return Flux.fromIterable(batch).filter(waiting -> waiting.event().id().equals(hopeless.event()))
                .concatMap(waiting -> outbox.park(waiting, String.valueOf(hopeless.getMessage())))
                .then(Mono.just(true));
    }

    private Mono<Boolean> mayWork(Outbox outbox) {
        Instant overdue = clock.instant().minus(OVERDUE);
        return outbox.waiting(1).next()
                .map(oldest -> !steppedBack || oldest.event().time().isBefore(overdue)).defaultIfEmpty(false);
    }

    private void recovered() {
        if (failing) {
            LOG.info("Events go out again");
        }
        failing = false;
    }

    private Mono<Void> failed(Throwable failure) {
        if (failure instanceof Fenced) {
            LOG.info("Another relay sends the events now");
            steppedBack = true;
        } else if (!failing) {
            LOG.warn("Events wait in the store until it works again: {}", failure.toString());
            failing = true;
        }
        return Mono.delay(ROUND).then();
    }
}
