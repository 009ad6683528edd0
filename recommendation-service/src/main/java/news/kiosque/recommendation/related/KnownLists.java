package news.kiosque.recommendation.related;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import news.kiosque.events.Event;
import news.kiosque.events.RelatedComputed;
import news.kiosque.platform.kafka.Records;
import news.kiosque.platform.kafka.UnreadableEvent;
import news.kiosque.recommendation.index.ReplicaPosition;
import news.kiosque.recommendation.intake.TopicFollower;
import news.kiosque.recommendation.intake.TopicIdentity;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lists as {@code kiosque.related} holds them: what was sent last for each article, with which order, and which lists
 * name which article. The latest are on the heap, the others on disk; it is the topic that remembers.
 */
final class KnownLists implements TopicFollower.Follower, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KnownLists.class);
    private static final int MOST_ON_THE_HEAP = 5_000;

    private final KeptListsFolder folder;
    private final TopicIdentity identity;
    private final InstantSource clock;
    private final Map<String, KnownList> latest = new HashMap<>();
    private final Map<String, Set<String>> listedByLatest = new HashMap<>();
    private KeptLists kept;
    private String topicId = "";
    private Map<Integer, Long> next = Map.of();
    private int size;

    KnownLists(KeptListsFolder folder, TopicIdentity identity, InstantSource clock) throws IOException {
        this.folder = folder;
        this.identity = identity;
        this.clock = clock;
        this.kept = folder.open();
        this.size = kept.size();
    }

    @Override
    public synchronized Map<Integer, Long> begin(Map<Integer, Long> ends) throws IOException {
        kept = folder.reopened(kept);
        topicId = identity.id();
        ReplicaPosition position = kept.position();
        boolean ahead = position.next().entrySet().stream()
                .anyMatch(one -> one.getValue() > ends.getOrDefault(one.getKey(), 0L));
        if (!position.topicId().equals(topicId) || ahead) {
            kept.clear();
            latest.clear();
            listedByLatest.clear();
            size = 0;
        }
        next = kept.position().next();
        return next;
    }

    @Override
    public synchronized void take(ConsumerRecords<String, Event> records, Map<Integer, Long> positions)
            throws IOException {
        for (ConsumerRecord<String, Event> record : records) {
            try {
                if (Records.event(record) instanceof RelatedComputed computed) {
                    keep(computed);
                }
            } catch (UnreadableEvent e) {
                LOG.warn("Not a list: {}-{}@{}: {}", record.topic(), record.partition(), record.offset(),
                        e.getMessage());
            }
        }
        next = positions;
        if (latest.size() >= MOST_ON_THE_HEAP) {
            settle();
        }
    }

    /** Takes a list, unless a later one is known. */
    synchronized void keep(RelatedComputed list) {
        KnownList before = of(list.articleId());
        if (!list.order().isAbove(before.order())) {
            return;
        }
        size += before.wasSent() ? 0 : 1;
        KnownList replaced = latest.put(list.articleId(), KnownList.of(list));
        if (replaced != null) {
            replaced.items().forEach(item -> forget(item, list.articleId()));
        }
        for (RelatedComputed.Item item : list.items()) {
            listedByLatest.computeIfAbsent(item.articleId(), any -> new HashSet<>(4)).add(list.articleId());
        }
    }

    synchronized KnownList of(String articleId) {
        KnownList known = latest.get(articleId);
        if (known != null) {
            return known;
        }
        try {
            known = kept.of(articleId);
            return known == null ? KnownList.none(articleId) : known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The articles whose lists name this one. */
    synchronized List<String> naming(String articleId) {
        try {
            return current(kept.naming(articleId), listedByLatest.getOrDefault(articleId, Set.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The articles whose lists name one that should not be named. */
    synchronized List<String> naming(Predicate<String> unwanted) {
        Set<String> found = new HashSet<>();
        listedByLatest.forEach((item, naming) -> {
            if (unwanted.test(item)) {
                found.addAll(naming);
            }
        });
        try {
            return current(kept.naming(unwanted), found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a partition of {@code kiosque.related} was read up to an offset. */
    synchronized boolean covers(int partition, long end) {
        return next.getOrDefault(partition, -1L) >= end;
    }

    synchronized int size() {
        return size;
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            if (!topicId.isEmpty()) {
                settle();
            }
        } finally {
            kept.close();
        }
    }

    /** From the heap to the disk. */
    private void settle() throws IOException {
        kept.keep(latest.values(), new ReplicaPosition(topicId, next, clock.instant()));
        latest.clear();
        listedByLatest.clear();
    }

    /** What is on disk counts unless something later is on the heap. */
    private List<String> current(Set<String> onDisk, Set<String> onHeap) {
        List<String> found = new ArrayList<>(onHeap);
        onDisk.stream().filter(id -> !latest.containsKey(id)).forEach(found::add);
        return found;
    }

    private void forget(String item, String articleId) {
        Set<String> naming = listedByLatest.get(item);
        if (naming != null && naming.remove(articleId) && naming.isEmpty()) {
            listedByLatest.remove(item);
        }
    }
}
