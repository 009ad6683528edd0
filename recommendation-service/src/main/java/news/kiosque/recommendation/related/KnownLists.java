package news.kiosque.recommendation.related;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import news.kiosque.events.Event;
import news.kiosque.events.Order;
import news.kiosque.events.RelatedComputed;
import news.kiosque.platform.kafka.Records;
import news.kiosque.platform.kafka.UnreadableEvent;
import news.kiosque.recommendation.intake.TopicFollower;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lists as {@code kiosque.related} holds them, read from its start: what was sent last for each article, with which
 * order, and which lists name which article. It is the topic, not this instance's disk, that remembers.
 */
final class KnownLists implements TopicFollower.Follower {
    private static final Logger LOG = LoggerFactory.getLogger(KnownLists.class);

    private final Map<String, Known> lists = new HashMap<>();
    private final Map<String, Set<String>> listedBy = new HashMap<>();
    private Map<Integer, Long> next = Map.of();

    /**
     * What is known of one list.
     *
     * @param lowest score of its last item
     */
    record Known(Order order, String algorithm, List<String> items, double lowest, Instant computedAt) {
        static final Known NONE = new Known(Order.NONE, "", List.of(), 0, Instant.EPOCH);
    }

    @Override
    public Map<Integer, Long> begin(Map<Integer, Long> ends) {
        return Map.of();
    }

    @Override
    public synchronized void take(ConsumerRecords<String, Event> records, Map<Integer, Long> positions) {
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
    }

    /** Takes a list, unless a later one is known. */
    synchronized void keep(RelatedComputed list) {
        Known before = of(list.articleId());
        if (!list.order().isAbove(before.order())) {
            return;
        }
        List<String> items = list.items().stream().map(RelatedComputed.Item::articleId).toList();
        double lowest = list.items().isEmpty() ? 0 : list.items().getLast().score();
        lists.put(list.articleId(), new Known(list.order(), list.algorithm().intern(), items, lowest,
                list.computedAt()));
        for (String item : before.items()) {
            forget(item, list.articleId());
        }
        for (String item : items) {
            listedBy.computeIfAbsent(item, any -> new HashSet<>(4)).add(list.articleId());
        }
    }

    synchronized Known of(String articleId) {
        @Nullable
        Known known = lists.get(articleId);
        return known == null ? Known.NONE : known;
    }

    /** The articles whose lists name this one. */
    synchronized List<String> naming(String articleId) {
        return List.copyOf(listedBy.getOrDefault(articleId, Set.of()));
    }

    /** The articles whose lists name one that should not be named. */
    synchronized List<String> naming(Predicate<String> unwanted) {
        Set<String> found = new HashSet<>();
        for (Map.Entry<String, Set<String>> entry : listedBy.entrySet()) {
            if (unwanted.test(entry.getKey())) {
                found.addAll(entry.getValue());
            }
        }
        return new ArrayList<>(found);
    }

    /** Whether a partition of {@code kiosque.related} was read up to an offset. */
    synchronized boolean covers(int partition, long end) {
        return next.getOrDefault(partition, -1L) >= end;
    }

    synchronized int size() {
        return lists.size();
    }

    private void forget(String item, String articleId) {
        Set<String> naming = listedBy.get(item);
        if (naming != null && naming.remove(articleId) && naming.isEmpty()) {
            listedBy.remove(item);
        }
    }
}
