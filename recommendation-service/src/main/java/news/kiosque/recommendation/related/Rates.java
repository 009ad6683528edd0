package news.kiosque.recommendation.related;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import news.kiosque.events.RelatedComputed;

/** What operators see of the work. */
final class Rates {
    private final Counter lists;
    private final Counter empty;
    private final Counter deadLetters;

    Rates(MeterRegistry meters) {
        this.lists = Counter.builder("kiosque.related.lists").description("Lists that were sent").register(meters);
        this.empty = Counter.builder("kiosque.related.lists.empty").description("Lists that were sent without items")
                .register(meters);
        this.deadLetters = Counter.builder("kiosque.related.dead.letters")
                .description("Records that could not be worked off").register(meters);
    }

    void sent(RelatedComputed list) {
        lists.increment();
        if (list.items().isEmpty()) {
            empty.increment();
        }
    }

    void deadLetter() {
        deadLetters.increment();
    }
}
