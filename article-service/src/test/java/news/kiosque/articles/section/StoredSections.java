package news.kiosque.articles.section;

import java.time.InstantSource;

import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.outbox.OutboxSignal;
import reactor.core.publisher.Mono;

/** Puts sections into the store as the newsroom would. */
public final class StoredSections {
    private StoredSections() {}

    /** Those of a database; empty until they are read. */
    public static Sections of(MongoDatabase database) {
        return new Sections(database, new OutboxSignal(), InstantSource.system());
    }

    public static Mono<Void> put(Sections sections, Section section) {
        return sections.save(section).then();
    }
}
