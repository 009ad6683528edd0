package news.kiosque.standalone.mongo;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** Finds the documents of a collection through whatever index has the least to read. */
final class Finder {

    private static final String NATURAL = "$natural";

    private final Table documents;
    private final IdIndex byId;
    private final QueryMatcher matcher = new DefaultQueryMatcher();
    private volatile List<IndexedKeys> indexes;

    Finder(Table documents) {
        this.documents = documents;
        this.byId = new IdIndex("_id_", documents);
        this.indexes = List.of(byId);
    }

    /** A document that was found; it is read from its table when it is wanted. */
    final class Hit {
        private final byte[] position;
        private final Excerpt wanted;
        private @Nullable Document document;

        private Hit(byte[] position, Excerpt wanted) {
            this.position = position;
            this.wanted = wanted;
        }

        byte[] position() {
            return position;
        }

        /** Null when it was removed meanwhile. */
        @Nullable
        Document document() {
            if (document == null) {
                document = Finder.this.document(position, wanted);
            }
            return document;
        }

        private boolean matches(Document query) {
            var found = document();
            return found != null && matcher.matches(found, query);
        }
    }

    /** Looks in these from now on, besides the order of the ids. */
    void lookIn(Stream<IndexedKeys> others) {
        indexes = Stream.concat(Stream.of(byId), others.filter(index -> !(index instanceof IdIndex))).toList();
    }

    List<IndexedKeys> indexes() {
        return indexes;
    }

    @Nullable
    Document document(byte[] position, Excerpt wanted) {
        var stored = documents.get(position);
        return stored == null ? null : StoredDocuments.decode(stored, wanted);
    }

    boolean matches(Document document, Document query) {
        return matcher.matches(document, query);
    }

    /** The keys of all documents in the order of their ids, or in the reverse one. */
    Stream<byte[]> all(boolean reverse) {
        return new Plan(List.of(new Plan.Scan(byId, List.of(KeyRange.ALL), reverse)), true).positions();
    }

    /** What matches, in the order asked for, read one by one as they are taken. */
    Stream<Hit> find(Document query, @Nullable Document orderBy, long skip, long limit, Excerpt wanted) {
        boolean natural = orderBy == null || orderBy.containsKey(NATURAL);
        if (orderBy != null && natural && ((Number) orderBy.get(NATURAL)).intValue() < 0) {
            return cut(all(true).map(position -> new Hit(position, wanted)).filter(hit -> hit.matches(query)), skip,
                    limit);
        }
        var sort = natural ? new Document() : orderBy;
        var plan = new Planner(indexes).plan(query, sort, limit == 0 ? 0 : skip + limit);
        var matching = plan.positions().map(position -> new Hit(position, wanted))
                .filter(hit -> query.isEmpty() || hit.matches(query));
        return cut(sort.isEmpty() || plan.ordered() ? matching : sorted(matching, new SortKeys(sort), wanted), skip,
                limit);
    }

    /** How many match; without reading them where an index holds just those. */
    long count(Document query, long skip, long limit) {
        var exact = new Planner(indexes).exact(query);
        return exact == null
                ? find(query, null, skip, limit, Excerpt.toMatch(query)).count()
                : cut(exact.positions(), skip, limit).count();
    }

    private record Sortable(byte[] key, byte[] position) {}

    private Stream<Hit> sorted(Stream<Hit> hits, SortKeys keys, Excerpt wanted) {
        return hits.map(hit -> new Sortable(keys.of(hit.document()), hit.position))
                .sorted(Comparator.comparing(Sortable::key, Arrays::compareUnsigned))
                .map(each -> new Hit(each.position(), wanted));
    }

    private static <T> Stream<T> cut(Stream<T> hits, long skip, long limit) {
        var rest = skip > 0 ? hits.skip(skip) : hits;
        return limit > 0 ? rest.limit(limit) : rest;
    }
}
