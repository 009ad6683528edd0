package news.kiosque.standalone.check;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import news.kiosque.standalone.check.Traces.Indexed;
import news.kiosque.standalone.check.Traces.Kept;
import news.kiosque.standalone.check.Traces.Listed;
import news.kiosque.standalone.check.Traces.Stored;
import news.kiosque.standalone.check.Traces.Told;
import org.jspecify.annotations.Nullable;

/** Says of every article in what the parts of the suite do not agree. */
record Comparison(Map<String, Traces> articles, Consumer<Difference> found) {
    static final String TOPIC = "kiosque.article";
    static final String INDEX = "index";
    static final String LISTS = "kiosque.related";
    static final String KEPT = "kept list";

    void compare() {
        articles.forEach((id, traces) -> {
            topic(id, traces.stored, traces.told);
            index(id, traces.told, traces.indexed);
            list(id, traces);
            kept(id, traces.stored, traces.listed);
        });
    }

    private void topic(String id, @Nullable Stored stored, @Nullable Told told) {
        boolean live = stored != null && stored.isLive();
        boolean wasPublic = stored != null && stored.order().number() > 0;
        if (told == null) {
            if (wasPublic) {
                say(TOPIC, id, "has no record of it; the store is at " + stored.order());
            }
        } else if (stored == null) {
            say(TOPIC, id, "tells of an article that the store does not have");
        } else if (told.isLive() != live) {
            say(TOPIC, id, told.isLive()
                    ? "says that it is live; in the store it is " + stored.state()
                    : "says that it was withdrawn; in the store it is live");
        } else if (!told.order().equals(stored.order())) {
            say(TOPIC, id, "is at " + told.order() + ", the store at " + stored.order());
        } else if (!Objects.equals(told.fingerprint(), stored.fingerprint())) {
            say(TOPIC, id, "says something else than the store at the same order");
        }
    }

    private void index(String id, @Nullable Told told, @Nullable Indexed indexed) {
        boolean live = told != null && told.isLive();
        if (indexed == null) {
            if (live) {
                say(INDEX, id, "does not have it");
            }
        } else if (told == null) {
            say(INDEX, id, "has an article that " + TOPIC + " does not tell of");
        } else if (indexed.live() != live) {
            say(INDEX, id, indexed.live() ? "finds it though it was withdrawn" : "does not find it");
        } else if (!indexed.order().equals(told.order())) {
            say(INDEX, id, "is at " + indexed.order() + ", " + TOPIC + " at " + told.order());
        }
    }

    private void list(String id, Traces traces) {
        boolean live = traces.stored != null && traces.stored.isLive();
        if (traces.listed == null) {
            if (live) {
                say(LISTS, id, "has no list for it");
            }
            return;
        }
        if (!live && !traces.listed.items().isEmpty()) {
            say(LISTS, id, "has a list for it, though it is not live");
        }
        traces.listed.items().stream().filter(item -> !isLive(item))
                .forEach(item -> say(LISTS, id, "has a list that names " + item + ", which is not live"));
    }

    private void kept(String id, @Nullable Stored stored, @Nullable Listed listed) {
        Kept kept = stored == null ? null : stored.related();
        if (stored == null || Objects.equals(kept, listed == null
                ? null
                : new Kept(listed.order(),
                        listed.fingerprint()))) {
            return;
        }
        say(KEPT, id, "is " + (kept == null ? "missing" : "at " + kept.order()) + ", " + LISTS
                + (listed == null ? " has none" : " at " + listed.order()));
    }

    private boolean isLive(String id) {
        Traces traces = articles.get(id);
        return traces != null && traces.stored != null && traces.stored.isLive();
    }

    private void say(String between, String id, String what) {
        found.accept(new Difference(between, id, what));
    }
}
