package news.kiosque.articles.outbox;

import java.util.List;

import news.kiosque.platform.kafka.OutgoingEvent;

/** The first of the events that wait in one document, in the order in which they were added. */
record WaitingEvents(String collection, String document, List<OutgoingEvent> events) {

    /** The very first event of all of these. */
    static List<WaitingEvents> firstOf(List<WaitingEvents> batch) {
        return batch.stream().filter(waiting -> !waiting.events().isEmpty()).limit(1).map(
                waiting -> new WaitingEvents(waiting.collection(), waiting.document(), waiting.events().subList(0, 1)))
                .toList();
    }

    boolean isUrgent() {
        return events.stream().anyMatch(event -> !event.backfill());
    }

    List<String> ids() {
        return events.stream().map(OutgoingEvent::id).toList();
    }

    long bytes() {
        return events.stream().mapToLong(OutgoingEvent::bytes).sum();
    }
}
