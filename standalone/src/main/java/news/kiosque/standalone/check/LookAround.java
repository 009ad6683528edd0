package news.kiosque.standalone.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import news.kiosque.standalone.client.SuiteClient;

/** One look after the other at what all parts of a running suite know. */
final class LookAround {
    static final String WAITING = "articles with events that wait for Kafka";
    static final String LAG = "records that wait to be worked off";
    private static final List<String> EDITIONS = List.of("fr", "en");
    /** More are counted, not kept. */
    private static final int MOST_KEPT = 100_000;

    private final KnownToKafka kafka;
    private final KnownToServices services;
    private final Listings listings;
    private final Map<String, Traces> known = new HashMap<>();

    LookAround(KnownToKafka kafka, SuiteClient client) {
        this.kafka = kafka;
        this.services = new KnownToServices(client);
        this.listings = new Listings(client);
    }

    /** What was seen at one look. */
    record Seen(Map<String, Long> counts, Set<Difference> differences) {}

    /** The store is read first: what it says is told to the others afterwards. */
    Seen look() throws InterruptedException {
        services.read(known);
        kafka.readOn(known);
        known.values().removeIf(traces -> traces.stored == null && traces.told == null && traces.indexed == null
                && traces.listed == null);
        var differences = new LinkedHashSet<Difference>();
        new Comparison(known, found -> keep(differences, found)).compare();
        var pages = new ListingComparison(known, found -> keep(differences, found));
        EDITIONS.forEach(edition -> pages.feed(edition, listings.feed(edition)));
        var sitemap = listings.sitemap();
        pages.sitemap(sitemap);
        return new Seen(counts(sitemap.size()), differences);
    }

    private static void keep(Set<Difference> differences, Difference found) {
        if (differences.size() < MOST_KEPT) {
            differences.add(found);
        }
    }

    private Map<String, Long> counts(int pages) throws InterruptedException {
        var counts = new LinkedHashMap<String, Long>();
        for (var state : Traces.State.values()) {
            counts.put("store, " + state, count(traces -> traces.stored != null && traces.stored.state() == state));
        }
        counts.put("kiosque.article, live", count(traces -> traces.told != null && traces.told.isLive()));
        counts.put("kiosque.article, withdrawn", count(traces -> traces.told != null && !traces.told.isLive()));
        counts.put("index, live", count(traces -> traces.indexed != null && traces.indexed.live()));
        counts.put("kiosque.related, lists", count(traces -> traces.listed != null));
        counts.put("store, lists kept", count(traces -> traces.stored != null && traces.stored.related() != null));
        counts.put("sitemap, pages", (long) pages);
        counts.put("records that could not be read", kafka.unreadable());
        counts.put(WAITING, count(traces -> traces.stored != null && traces.stored.waiting()));
        counts.put(LAG, kafka.lag());
        return counts;
    }

    private long count(Predicate<Traces> which) {
        return known.values().stream().filter(which).count();
    }
}
