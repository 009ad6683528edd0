package news.kiosque.standalone.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** A dotted path into documents, through arrays. */
record FieldPath(String name, List<String> steps) {

    /** What a document has at a path: several values where an array is on the way. */
    record Found(Set<Object> values, boolean array) {
        boolean missing() {
            return values.stream().allMatch(value -> value == Missing.getInstance());
        }
    }

    static FieldPath of(String name) {
        return new FieldPath(name, List.of(name.split("\\.")));
    }

    /** All that an index holds for the document at this path; a missing value is {@link Missing}. */
    Found in(Document document) {
        Set<Object> values = new LinkedHashSet<>();
        boolean array = collect(document, 0, values);
        if (values.isEmpty()) {
            values.add(Missing.getInstance());
        }
        return new Found(values, array);
    }

    private boolean collect(@Nullable Object node, int step, Set<Object> values) {
        if (step == steps.size()) {
            return collectValue(node, values);
        }
        switch (node) {
            case Map<?, ?> document -> {
                return collect(
                        document.containsKey(steps.get(step)) ? document.get(steps.get(step)) : Missing.getInstance(),
                        step + 1, values);
            }
            case Collection<?> array -> {
                collectElements(new ArrayList<>(array), step, values);
                return true;
            }
            case null, default -> {
                values.add(Missing.getInstance());
                return false;
            }
        }
    }

    private void collectElements(List<?> array, int step, Set<Object> values) {
        for (var element : array) {
            if (element instanceof Map<?, ?>) {
                collect(element, step, values);
            } else {
                values.add(Missing.getInstance());
            }
        }
        if (steps.get(step).matches("\\d{1,6}")) {
            int index = Integer.parseInt(steps.get(step));
            collect(index < array.size() ? array.get(index) : Missing.getInstance(), step + 1, values);
        }
    }

    private static boolean collectValue(@Nullable Object value, Set<Object> values) {
        if (!(value instanceof Collection<?> array)) {
            values.add(Missing.ofNullable(value));
            return false;
        }
        if (array.isEmpty()) {
            values.add(array);
        }
        array.forEach(element -> values.add(Missing.ofNullable(element)));
        return true;
    }
}
