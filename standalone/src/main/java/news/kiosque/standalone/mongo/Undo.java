package news.kiosque.standalone.mongo;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What the running command has changed, to be taken back where it fails unexpectedly. */
final class Undo {

    private record Before(Table table, byte[] key, byte @Nullable [] value) {}

    private final List<Before> before = new ArrayList<>();
    private boolean dropped;

    /** @param value what the key had before */
    void note(Table table, byte[] key, byte @Nullable [] value) {
        before.add(new Before(table, key, value));
    }

    void noteDrop() {
        dropped = true;
    }

    /** @throws IllegalStateException when a table was dropped, which cannot be taken back in memory */
    void takeBack() {
        if (dropped) {
            throw new IllegalStateException("a command failed after it had dropped a table");
        }
        before.reversed().forEach(each -> each.table().restore(each.key(), each.value()));
    }

    void forget() {
        before.clear();
        dropped = false;
    }
}
