package news.kiosque.standalone.mongo;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** The place of a document in an order asked for, as bytes; of an array's elements the first in that order counts. */
final class SortKeys {

    private final List<IndexedKeys.Field> fields;

    SortKeys(Document sort) {
        this.fields = sort.entrySet().stream().map(
                key -> new IndexedKeys.Field(FieldPath.of(key.getKey()), ((Number) key.getValue()).intValue() > 0))
                .toList();
    }

    byte[] of(@Nullable Document document) {
        var subject = document == null ? new Document() : document;
        return KeyEncoder.concat(fields.stream().map(field -> first(field, subject)).toArray(byte[][]::new));
    }

    private static byte[] first(IndexedKeys.Field field, Document document) {
        return field.path().in(document).values().stream().map(value -> field.directed(KeyEncoder.encode(value)))
                .min(Comparator.comparing(key -> key, Arrays::compareUnsigned)).orElseThrow();
    }
}
