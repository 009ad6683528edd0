package news.kiosque.consent.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import news.kiosque.platform.kafka.TopicsReady;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Brings what waits in the outboxes to Kafka. One relay works at a time: a new one fences the one before, which steps back
 * and takes over again only when events have waited for too long.
 */
@Component
class Relay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration OVERDUE = Duration.ofSeconds(10);
    private static final int BATCH = 500;

    private final List<Outbox> outboxes;
    private final FencedProducer producer;
    private final InstantSource clock;
    private final Sinks.Many<Long> nudges = Sinks.many().multicast().directBestEffort();
    private final Disposable.Swap work = Disposables.swap();
    private volatile boolean running;
    private volatile boolean topicsReady;
    private volatile boolean steppedBack;
    private volatile boolean failing;

    Relay(List<Outbox> outboxes, FencedProducer producer, InstantSource clock) {
        this.outboxes = outboxes;
        this.producer = producer;
        this.clock = clock;
    }

    @EventListener
    void on(OutboxGrew grew) {
        nudges.tryEmitNext(0L);
    }

    @EventListener
    synchronized void on(TopicsReady ready) {
        topicsReady = true;
        work();
    }

    @Override
    public synchronized void start() {
        running = true;
        work();
    }

    @Override
    public synchronized void stop() {
        running = false;
        work.dispose();
        producer.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        if (running && topicsReady) {
            work.update(Flux.merge(Flux.interval(Duration.ZERO, ROUND).onBackpressureDrop(), nudges.asFlux())
                    .onBackpressureLatest().concatMap(tick -> round(), 1).subscribe());
        }
    }

    private Mono<Void> round() {
        return Flux.fromIterable(outboxes).concatMap(this::drain).then().doOnSuccess(done -> recovered())
                .onErrorResume(this::failed);
    }

    /** The producer comes first: what was read before it fenced the others could be older than what they have sent. */
    private Mono<Void> drain(Outbox outbox) {
        return mayWork(outbox).filter(may -> may).flatMap(may -> producer.ready())
                .doOnNext(ready -> steppedBack = false)
                .flatMap(ready -> outbox.waiting(BATCH).collectList()).filter(batch -> !batch.isEmpty())
                .flatMap(batch -> producer.send(batch.stream().map(Waiting::event).toList())
                        .then(outbox.published(batch)).thenReturn(batch.size()))
                .defaultIfEmpty(0).repeat().takeUntil(sent -> sent < BATCH).then();
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
        if (failure instanceof FencedProducer.TakenOver) {
            LOG.info("Another relay sends the events now");
            steppedBack = true;
        } else if (!failing) {
            LOG.warn("Events wait in the store until it works again: {}", failure.toString());
            failing = true;
        }
        return Mono.delay(ROUND).then();
    }
}
