package news.kiosque.consent.consumer;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import news.kiosque.events.ConsentErased;
import news.kiosque.events.ConsentEvent;
import news.kiosque.events.ConsentGiven;
import news.kiosque.events.ConsentRefused;
import news.kiosque.events.ConsentWithdrawn;
import news.kiosque.events.NoticePublished;
import news.kiosque.events.Order;

/**
 * A sample of what a consumer of {@code kiosque.consent} and {@code kiosque.notice} does: both are read from their start,
 * committed records only. What is absent, expired, outdated, taken back or erased is denied.
 */
final class AgreedPurposes {
    private final Map<String, ConsentEvent> last = new HashMap<>();
    private Order newest = Order.NONE;
    private String version = "";

    /** The version is the same in all languages and modes. */
    void on(NoticePublished notice) {
        if (notice.order().isAbove(newest)) {
            newest = notice.order();
            version = notice.version();
        }
    }

    /** An event may come again; of an erased subject only that it was erased is kept. */
    void on(ConsentEvent event) {
        last.merge(event.subject(), event, (known, fresh) -> fresh.sequence() > known.sequence() ? fresh : known);
    }

    boolean allow(String subject, String purpose, Instant now) {
        return switch (last.get(subject)) {
            case ConsentGiven given -> given.purposes().contains(purpose) && given.noticeVersion().equals(version)
                    && now.isBefore(given.expiresAt());
            case ConsentRefused _,ConsentWithdrawn _,ConsentErased _ -> false;
            case null -> false;
        };
    }
}
