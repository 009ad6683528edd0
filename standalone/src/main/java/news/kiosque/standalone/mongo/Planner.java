package news.kiosque.standalone.mongo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** Chooses the index that has the least to read, knowing exactly how many entries lie in a stretch of each. */
final class Planner {

    private static final int MOST_RANGES = 1000;

    private final List<IndexedKeys> indexes;

    Planner(List<IndexedKeys> indexes) {
        this.indexes = indexes;
    }

    /** @param wanted how many documents are asked for, 0 for all */
    Plan plan(Document query, Document sort, long wanted) {
        List<Plan> plans = candidates(query, sort);
        long mostMatches = Math.max(1, plans.stream().mapToLong(Plan::entries).min().orElseThrow());
        return plans.stream().min(Comparator.comparingDouble(plan -> cost(plan, sort, wanted, mostMatches)))
                .orElseThrow();
    }

    /** A plan that finds nothing but what matches, so that no document has to be read to tell; null where there is none. */
    @Nullable
    Plan exact(Document query) {
        var conditions = Conditions.of(query);
        return indexes.stream().filter(index -> holdsExactly(index, conditions)).findFirst()
                .map(index -> scan(index, conditions, new Document())).orElse(null);
    }

    private static boolean holdsExactly(IndexedKeys index, Conditions conditions) {
        var names = index.fields().stream().map(IndexedKeys.Field::name).toList();
        return IntStream.rangeClosed(1, names.size()).anyMatch(n -> conditions.arePointsOf(names.subList(0, n)))
                && IntStream.range(0, names.size()).noneMatch(index::holdsArrays) && conditions.imply(index.filter());
    }

    private static double cost(Plan plan, Document sort, long wanted, long mostMatches) {
        double entries = plan.entries();
        if (wanted > 0 && (plan.ordered() || sort.isEmpty())) {
            return Math.min(entries, wanted * entries / mostMatches);
        }
        return plan.ordered() || sort.isEmpty() ? entries : entries * 1.2 + 1;
    }

    private List<Plan> candidates(Document query, Document sort) {
        var conditions = Conditions.of(query);
        List<Plan> plans = new ArrayList<>();
        for (var index : indexes) {
            var plan = scan(index, conditions, sort);
            if (plan != null) {
                plans.add(plan);
            }
        }
        for (var branches : conditions.alternatives()) {
            plans.add(union(branches));
        }
        return plans;
    }

    private Plan union(List<Document> branches) {
        List<Plan.Scan> scans = new ArrayList<>();
        branches.forEach(branch -> scans.addAll(plan(branch, new Document(), 0).scans()));
        return new Plan(scans, false);
    }

    private static @Nullable Plan scan(IndexedKeys index, Conditions conditions, Document sort) {
        if (!conditions.imply(index.filter())) {
            return null;
        }
        List<byte[]> prefixes = List.of(new byte[0]);
        List<KeyRange> ranges = List.of(KeyRange.ALL);
        boolean excludesMissing = false;
        int fixed = 0;
        for (var field : index.fields()) {
            var intervals = conditions.intervals(field.name(), index.holdsArrays(fixed));
            if (intervals == null || (long) prefixes.size() * intervals.size() > MOST_RANGES) {
                break;
            }
            excludesMissing |= intervals.stream().noneMatch(interval -> interval.low()[0] == KeyEncoder.type(null));
            ranges = ranges(prefixes, field, intervals);
            if (!intervals.stream().allMatch(Interval::point)) {
                break;
            }
            prefixes = prefixes(prefixes, field, intervals);
            fixed++;
        }
        if (index.sparse() && !excludesMissing) {
            return null;
        }
        var direction = ranges.size() > 1 || sort.isEmpty() ? null : direction(index, fixed, sort);
        return new Plan(List.of(new Plan.Scan(index, ranges, direction == Direction.BACKWARDS)), direction != null);
    }

    private static List<KeyRange> ranges(List<byte[]> prefixes, IndexedKeys.Field field,
            List<Interval> intervals) {
        List<KeyRange> ranges = new ArrayList<>();
        for (var prefix : prefixes) {
            for (var interval : intervals) {
                var low = field.directed(field.ascending() ? interval.low() : interval.high());
                var high = field.directed(field.ascending() ? interval.high() : interval.low());
                ranges.add(KeyRange.ofPrefixes(KeyEncoder.concat(prefix, low), KeyEncoder.concat(prefix, high)));
            }
        }
        return ranges;
    }

    private static List<byte[]> prefixes(List<byte[]> prefixes, IndexedKeys.Field field,
            List<Interval> points) {
        List<byte[]> extended = new ArrayList<>();
        for (var prefix : prefixes) {
            points.forEach(point -> extended.add(KeyEncoder.concat(prefix, field.directed(point.low()))));
        }
        return extended;
    }

    private enum Direction {
        FORWARDS, BACKWARDS
    }

    /** In which direction the index gives the order asked for behind its fixed fields, or null when it does not. */
    private static @Nullable Direction direction(IndexedKeys index, int fixed, Document sort) {
        Direction direction = null;
        int next = fixed;
        for (Map.Entry<String, Object> key : sort.entrySet()) {
            if (isFixed(index, fixed, key.getKey())) {
                continue;
            }
            if (next == index.order().size() || !index.order().get(next).name().equals(key.getKey())
                    || next < index.fields().size() && index.holdsArrays(next)) {
                return null;
            }
            boolean ascending = ((Number) key.getValue()).intValue() > 0;
            var needed = ascending == index.order().get(next).ascending() ? Direction.FORWARDS : Direction.BACKWARDS;
            if (direction != null && direction != needed) {
                return null;
            }
            direction = needed;
            next++;
        }
        return direction == null ? Direction.FORWARDS : direction;
    }

    private static boolean isFixed(IndexedKeys index, int fixed, String field) {
        for (int i = 0; i < fixed; i++) {
            if (index.fields().get(i).name().equals(field) && !index.holdsArrays(i)) {
                return true;
            }
        }
        return false;
    }
}
