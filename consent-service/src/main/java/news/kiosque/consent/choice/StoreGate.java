package news.kiosque.consent.choice;

import java.util.concurrent.Semaphore;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets only so many requests wait for the store at once, so that a slow store does not fill the memory with them. */
@Component
class StoreGate {
    private final Semaphore places;

    StoreGate(@Value("${kiosque.store.concurrency}") int places) {
        this.places = new Semaphore(places);
    }

    <T> Mono<T> bound(Mono<T> work) {
        return Mono.defer(() -> places.tryAcquire()
                ? work.doFinally(end -> places.release())
                : Mono.error(Refused.busy()));
    }
}
