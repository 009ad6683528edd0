package news.kiosque.articles.store;

import java.time.Duration;
import java.util.List;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** Makes the indexes that are missing, as soon as the store answers; until then the service is not ready. */
@Component("indexesHealthIndicator")
class IndexKeeper implements SmartLifecycle, HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final MongoDatabase database;
    private final List<CollectionIndexes> wanted;
    private final Disposable.Swap making = Disposables.swap();
    private volatile boolean running;
    private volatile boolean made;

    IndexKeeper(MongoDatabase database, List<CollectionIndexes> wanted) {
        this.database = database;
        this.wanted = wanted;
    }

    @Override
    public void start() {
        running = true;
        making.update(Flux.fromIterable(wanted)
                .concatMap(one -> database.getCollection(one.collection()).createIndexes(one.indexes()))
                .doOnError(failure -> LOG.warn("The indexes could not be made yet: {}", failure.toString()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, BETWEEN_TRIES)).doOnComplete(() -> made = true)
                .subscribe());
    }

    @Override
    public void stop() {
        running = false;
        making.dispose();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Health health() {
        return (made ? Health.up() : Health.outOfService()).build();
    }
}
