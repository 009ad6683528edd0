package news.kiosque.standalone.mongo;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a query, so that an index that holds a part of the documents may be asked.
 *
 * @param known what the query demands of each field, all of it
 */
record Implication(Map<String, List<Object>> known) {

    /** Whether everything that matches the query matches this too; where that cannot be told, it does not. */
    boolean of(Document filter) {
        return filter.entrySet().stream().allMatch(entry -> entry.getKey().equals("$and")
                ? Conditions.documents(entry.getValue()).stream().allMatch(this::of)
                : of(entry.getKey(), entry.getValue()));
    }

    private boolean of(String field, @Nullable Object condition) {
        return known.getOrDefault(field, List.of()).stream().anyMatch(demand -> demand.equals(condition)
                || !field.contains(".") && Conditions.comparable(demand) && matches(field, demand, condition)
                || new Document("$exists", true).equals(condition) && excludesMissing(demand));
    }

    private static boolean matches(String field, Object value, @Nullable Object condition) {
        return new DefaultQueryMatcher().matches(new Document(field, value), new Document(field, condition));
    }

    private static boolean excludesMissing(Object demand) {
        return Conditions.comparable(demand) || demand instanceof Document operators
                && operators.entrySet().stream().anyMatch(entry -> switch (entry.getKey()) {
                    case "$gt", "$gte", "$lt", "$lte", "$eq" -> Conditions.comparable(entry.getValue());
                    case "$in" ->
                        entry.getValue() instanceof Collection<?> all && all.stream().allMatch(Conditions::comparable);
                    default -> false;
                });
    }
}
