package news.kiosque.articles.article;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.article.Filing.Result;
import news.kiosque.articles.outbox.OutboxSignal;
import news.kiosque.articles.store.Duplicates;
import news.kiosque.platform.restore.Epoch;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static com.mongodb.client.model.Filters.in;

/**
 * Takes in articles that were published elsewhere, many at a time: each is one atomic write with its events, as every
 * change of an article is. See {@code docs/adr/0013-archives.md}.
 */
@Component
public class FileArchive {
    private static final Bson WHAT_TELLS = Projections.include(OriginDocument.FIELD + ".digest");

    private final MongoCollection<Document> documents;
    private final NewFilings filings;
    private final Urls urls;
    private final RefileArticle refiling;
    private final OutboxSignal signal;
    private final Epoch epoch;
    private final InstantSource clock;

    FileArchive(MongoDatabase database, NewFilings filings, Urls urls, RefileArticle refiling,
            OutboxSignal signal, Epoch epoch, InstantSource clock) {
        this.documents = database.getCollection(Articles.COLLECTION);
        this.filings = filings;
        this.urls = urls;
        this.refiling = refiling;
        this.signal = signal;
        this.epoch = epoch;
        this.clock = clock;
    }

    /** What the archive had said of each of the articles that are here, by its id; empty of one that was written here. */
    public Mono<Map<String, String>> digests(List<String> ids) {
        return Flux.from(documents.find(in("_id", ids)).projection(WHAT_TELLS))
                .collectMap(document -> document.getString("_id"), OriginDocument::digest);
    }

    /**
     * Takes in what is new, and revises what has changed.
     *
     * @param batch articles of different ids, their sections being there
     * @param known the ids of those that are here
     * @param by who does it
     * @return what became of each, by its id
     */
    public Mono<Map<String, Filing>> file(List<ArchivedArticle> batch, Set<String> known, String by) {
        return Flux
                .concat(added(batch.stream().filter(one -> !known.contains(one.id())).toList(), by),
                        Flux.fromIterable(batch).filter(one -> known.contains(one.id()))
                                .concatMap(one -> refiling.refile(one, by)))
                .collectMap(Filing::article, Function.identity());
    }

    private Flux<Filing> added(List<ArchivedArticle> batch, String by) {
        Map<String, Filing> refused = new HashMap<>();
        List<ArchivedArticle> fit = batch.stream().filter(one -> filings.fits(one, refused)).toList();
        if (fit.isEmpty()) {
            return Flux.fromIterable(refused.values());
        }
        return Mono.zip(urls.takeAll(fit.stream().map(filings::draft).toList()),
                filings.noteNames(fit).then(epoch.number())).publishOn(Schedulers.boundedElastic())
                .flatMapMany(ready -> added(fit, ready.getT1(), by, ready.getT2()))
                .concatWith(Flux.fromIterable(refused.values()));
    }

    private Flux<Filing> added(List<ArchivedArticle> batch, Map<String, String> paths, String by,
            long current) {
        List<Article> articles = batch.stream()
                .map(one -> filings.article(one, paths.get(one.id()), by, clock.instant()).begunIn(current))
                .toList();
        List<Document> made = IntStream.range(0, batch.size())
                .mapToObj(i -> filings.document(articles.get(i), batch.get(i).origin())).toList();
        return inserted(made).doOnNext(_ -> signal.raise())
                .flatMapMany(there -> Flux.range(0, batch.size()).concatMap(i -> there.contains(i)
                        ? refiling.refile(batch.get(i), by)
                        : Mono.just(Filing.of(batch.get(i), Result.created))));
    }

    /** The places of those that somebody else has just put there. */
    private Mono<Set<Integer>> inserted(List<Document> made) {
        return Mono.from(documents.insertMany(made, new InsertManyOptions().ordered(false)))
                .map(_ -> Set.<Integer>of())
                .onErrorResume(MongoBulkWriteException.class, Duplicates::in);
    }
}
