package news.kiosque.articles.outbox;

import java.time.Duration;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells the relay of this process that there is something to send, so that it need not wait for its next look. */
@Component
public class OutboxSignal {
    private final Sinks.Many<Boolean> signals = Sinks.many().multicast().directBestEffort();

    /** Cheap and never fails: a signal that is lost costs the time to the next look. */
    public void raise() {
        signals.tryEmitNext(true);
    }

    Flux<Boolean> orEvery(Duration time) {
        return Flux.merge(signals.asFlux(), Flux.interval(Duration.ZERO, time).map(_ -> true)).onBackpressureLatest();
    }
}
