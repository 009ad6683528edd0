package news.kiosque.consent.notice;

import java.time.Duration;

import news.kiosque.consent.life.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Publishes the notice at start, if it is new, and follows what other instances publish; a store that is not there yet is
 * waited for.
 */
@Component("noticesHealthIndicator")
class NoticePublisher extends Background implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(NoticePublisher.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Notices notices;
    private final NoticeStore store;
    private volatile boolean done;

    NoticePublisher(Notices notices, NoticeStore store) {
        this.notices = notices;
        this.store = store;
    }

    @Override
    protected Disposable begin() {
        return store.prepare().then(notices.publish())
                .doOnError(failure -> LOG.warn("The notice cannot be stored yet: {}", failure.toString()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, BETWEEN_TRIES)).doOnSuccess(stored -> done = true)
                .thenMany(Flux.interval(BETWEEN_LOOKS).onBackpressureDrop().concatMap(tick -> follow(), 1))
                .subscribe();
    }

    /** A store that is away tells nothing new. */
    private Mono<Void> follow() {
        return notices.follow().onErrorResume(failure -> {
            LOG.debug("Whether there is a new notice is not known: {}", failure.toString());
            return Mono.empty();
        });
    }

    @Override
    public Health health() {
        return (done ? Health.up() : Health.outOfService()).withDetail("published", notices.published().size()).build();
    }
}
