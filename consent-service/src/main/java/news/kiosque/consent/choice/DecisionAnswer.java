package news.kiosque.consent.choice;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import news.kiosque.consent.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A choice as the API tells it.
 *
 * @param choice {@code given}, {@code refused}, {@code withdrawn}, or {@code none} when nothing valid is on record
 * @param receipt path of the signed receipt
 */
record DecisionAnswer(String choice, List<String> purposes, @Nullable String notice, @Nullable Instant at,
        @Nullable Instant expiresAt, @Nullable String receipt) {

    static final DecisionAnswer NONE = new DecisionAnswer("none", List.of(), null, null, null, null);

    static DecisionAnswer of(Entry entry) {
        return new DecisionAnswer(entry.choice().kind().name().toLowerCase(Locale.ROOT), entry.choice().purposes(),
                entry.record().noticeVersion(), entry.record().at(), entry.record().expiresAt(), receiptPath(entry));
    }

    static String receiptPath(Entry entry) {
        return "/choix/v1/receipts/" + entry.record().id();
    }
}
