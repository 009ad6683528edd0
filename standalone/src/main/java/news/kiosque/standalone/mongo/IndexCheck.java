package news.kiosque.standalone.mongo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares every index of a collection with every document. */
record IndexCheck(Finder finder) {

    /** What is wrong, an index a line. */
    List<String> errors() {
        List<String> errors = new ArrayList<>();
        for (var index : finder.indexes()) {
            if (index instanceof OrderedIndex ordered && !isExact(ordered)) {
                errors.add("index " + index.getName() + " does not fit the documents: drop it and create it again");
            }
        }
        return errors;
    }

    private boolean isExact(OrderedIndex index) {
        var counts = finder.all(false)
                .mapToLong(position -> index.countEntries(finder.document(position, Excerpt.WHOLE))).toArray();
        return Arrays.stream(counts).allMatch(count -> count >= 0)
                && Arrays.stream(counts).sum() == index.table().size();
    }
}
