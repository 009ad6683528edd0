package news.kiosque.consent.receipt;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import news.kiosque.consent.ledger.Entry;
import news.kiosque.consent.notice.Notice;
import news.kiosque.consent.notice.StoredText;

/**
 * The receipt of a choice, with the fields of ISO/IEC TS 27560:2023.
 *
 * @param pii_principal_id the reader's pseudonym
 * @param record_hash of the ledger's record, in hex
 */
record Receipt(String schema_version, String record_id, String pii_principal_id, URI pii_controller,
        PrivacyNotice privacy_notice, List<Purpose> purposes, List<ConsentEvent> consent_events, String record_hash) {

    /** The text that was shown. */
    record PrivacyNotice(URI location, String version, String language, String mode, String text_hash) {}

    /** A purpose that was asked for. */
    record Purpose(String purpose, String lawful_basis, boolean agreed, List<String> recipients) {}

    /** What the reader did. */
    record ConsentEvent(String event_state, String event_type, Instant event_time, String validity_duration,
            Instant valid_until, boolean global_privacy_control) {}

    static Receipt of(Entry entry, StoredText shown, URI site) {
        var record = entry.record();
        var choice = entry.choice();
        return new Receipt("ISO-27560:2023", record.id(), record.subject(), site,
                new PrivacyNotice(site.resolve("/choix/v1/notices/" + record.noticeVersion()), record.noticeVersion(),
                        choice.language(), choice.mode(), record.noticeHash()),
                shown.purposes().stream()
                        .map(asked -> new Purpose(asked.id(), "consent", choice.purposes().contains(asked.id()),
                                asked.vendors().stream().map(Notice.Vendor::name).toList()))
                        .toList(),
                List.of(new ConsentEvent(choice.kind().name().toLowerCase(Locale.ROOT), "explicit", record.at(),
                        Duration.between(record.at(), record.expiresAt()).toString(), record.expiresAt(),
                        choice.globalPrivacyControl())),
                record.hash());
    }
}
