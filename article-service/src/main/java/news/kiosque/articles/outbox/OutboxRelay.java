package news.kiosque.articles.outbox;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import news.kiosque.events.Heartbeat;
import news.kiosque.platform.kafka.OutgoingEvent;
import news.kiosque.platform.outbox.EventSessions;
import news.kiosque.platform.outbox.Fenced;
import news.kiosque.platform.outbox.Hopeless;
import news.kiosque.platform.outbox.Suspect;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Sends what waits in the outboxes, document by document in the order of the events, and forgets an event only after
 * Kafka has it. Of several relays one works; should two believe to be the one, Kafka listens only to the later. See
 * {@code docs/adr/0005-outbox.md}.
 */
final class OutboxRelay {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final URI SOURCE = URI.create("/article-service");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration BETWEEN_HEARTBEATS = Duration.ofSeconds(1);

    private final String name;
    private final OutboxStore store;
    private final OutboxLease lease;
    private final OutboxSignal signal;
    private final EventSessions sessions;
    private final InstantSource clock;
    private final Counter sent;
    private final Counter parked;
    private final Disposable.Swap running = Disposables.swap();
    private Instant heartbeat = Instant.EPOCH;
    private boolean failing;
    private int oneByOne;

    OutboxRelay(String name, OutboxStore store, OutboxLease lease, OutboxSignal signal,
            Supplier<Producer<String, byte[]>> producers, InstantSource clock, MeterRegistry meters) {
        this.name = name;
        this.store = store;
        this.lease = lease;
        this.signal = signal;
        this.sessions = new EventSessions(name, SOURCE, producers);
        this.clock = clock;
        this.sent = meters.counter("kiosque.outbox.sent");
        this.parked = meters.counter("kiosque.outbox.parked");
    }

    void start() {
        running.update(signal.orEvery(BETWEEN_LOOKS).concatMap(_ -> turn(), 0).subscribe());
    }

    /** Ends the session, and lets another relay begin at once. */
    Mono<Void> stop() {
        running.dispose();
        return sessions.close().then(lease.release()).onErrorComplete().doFinally(_ -> sessions.dispose());
    }

    private Mono<Void> turn() {
        return lease.isHeld().flatMap(held -> held ? deliver() : sessions.close()).doOnSuccess(_ -> recovered())
                .onErrorResume(this::stepBack);
    }

    /** What is sent in a session must have been read after it was opened: before that, somebody newer may have sent. */
    private Mono<Void> deliver() {
        return sessions.open().then(store.first()).flatMap(batch -> {
            List<WaitingEvents> now = oneByOne > 0 ? WaitingEvents.firstOf(batch) : batch;
            List<OutgoingEvent> events = new ArrayList<>();
            now.forEach(waiting -> events.addAll(waiting.events()));
            boolean complete = oneByOne == 0
                    && batch.stream().filter(WaitingEvents::isUrgent).count() < OutboxStore.BATCH_DOCUMENTS;
            if (complete && heartbeatIsDue()) {
                events.add(heartbeat());
            }
            return events.isEmpty() ? Mono.empty() : send(now, events);
        });
    }

    private Mono<Void> send(List<WaitingEvents> batch, List<OutgoingEvent> events) {
        return sessions.send(events).then(Mono.defer(() -> forget(batch)))
                .onErrorResume(Hopeless.class, hopeless -> park(batch, hopeless))
                .onErrorResume(Suspect.class, suspect -> sendOneByOne(events.size(), suspect));
    }

    private Mono<Void> forget(List<WaitingEvents> batch) {
        batch.forEach(waiting -> sent.increment(waiting.events().size()));
        oneByOne = Math.max(0, oneByOne - 1);
        return batch.isEmpty() ? Mono.empty() : store.remove(batch).doOnSuccess(_ -> signal.raise());
    }

    private Mono<Void> park(List<WaitingEvents> batch, Hopeless hopeless) {
        if (batch.stream().noneMatch(waiting -> waiting.ids().contains(hopeless.event()))) {
            return Mono.error(hopeless);
        }
        parked.increment();
        LOG.error("ALARM: Kafka will never take event {}, it is put aside in outbox-parked", hopeless.event(),
                hopeless);
        return store.park(batch, Map.of(hopeless.event(), String.valueOf(hopeless.getMessage())))
                .doOnSuccess(_ -> signal.raise());
    }

    private Mono<Void> sendOneByOne(int events, Suspect suspect) {
        LOG.warn("Kafka will never take one of {} events; they are sent one by one", events, suspect);
        oneByOne = events;
        signal.raise();
        return Mono.empty();
    }

    private Mono<Void> stepBack(Throwable failure) {
        if (failure instanceof Fenced) {
            LOG.info("{} is fenced: another relay sends now", name);
            lease.giveUp();
        } else if (!failing) {
            failing = true;
            LOG.warn("{} cannot send; what happens is kept and sent later: {}", name, failure.toString());
        }
        return sessions.close().onErrorComplete();
    }

    private void recovered() {
        if (failing) {
            failing = false;
            LOG.info("{} sends again", name);
        }
    }

    /** Also where the clock was put back since the last one. */
    private boolean heartbeatIsDue() {
        Instant now = clock.instant();
        return now.isBefore(heartbeat) || !now.isBefore(heartbeat.plus(BETWEEN_HEARTBEATS));
    }

    private OutgoingEvent heartbeat() {
        heartbeat = clock.instant();
        return OutgoingEvent.of(new Heartbeat(name, heartbeat), heartbeat);
    }
}
