package news.kiosque.consent.receipt;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import news.kiosque.consent.ledger.Entry;
import news.kiosque.consent.notice.Notice.Vendor;
import news.kiosque.consent.notice.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of a choice, with the sections and fields of ISO/IEC TS 27560:2023.
 *
 * @param pii_principal_id the reader's pseudonym
 * @param record_hash of the ledger's record, in hex
 */
record Receipt(String schema_version, String receipt_id, String record_id, String pii_principal_id,
        Processing pii_processing, List<Party> party_identification, List<Event> events, String record_hash) {
    private static final String PUBLISHER = "publisher";
    private static final String AUTHORITY = "authority";

    /** What the reader was told, and agreed to or not. */
    record Processing(URI privacy_notice, String privacy_notice_version, String privacy_notice_hash, String mode,
            String language, List<ReceiptPurpose> purposes) {}

    /** Somebody whom the receipt names. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Party(String party_id, String party_name, String party_role, String party_type,
            @Nullable String party_address, @Nullable String party_contact, @Nullable String party_url) {

        static Party publisher(Publisher publisher, URI site) {
            return new Party(PUBLISHER, publisher.name(), "controller", "organisation", publisher.address(),
                    publisher.contact().isBlank() ? site.resolve("/choix").toString() : publisher.contact(),
                    site.toString());
        }

        static Party authority(Publisher publisher) {
            return new Party(AUTHORITY, publisher.authority(), "authority", "public authority", null, null, null);
        }

        static Party recipient(Vendor vendor) {
            return new Party(vendor.name(), vendor.name(), "recipient", "organisation", null, vendor.policy(),
                    vendor.policy());
        }
    }

    /**
     * What the reader did.
     *
     * @param entity_id who did it
     */
    record Event(Instant event_time, String validity_duration, Instant valid_until, String entity_id,
            String event_type, String event_state, boolean global_privacy_control) {

        static Event of(Entry entry) {
            var record = entry.record();
            return new Event(record.at(), Duration.between(record.at(), record.expiresAt()).toString(),
                    record.expiresAt(), record.subject(), "explicit",
                    entry.choice().kind().name().toLowerCase(Locale.ROOT), entry.choice().globalPrivacyControl());
        }
    }

    static Receipt of(Entry entry, StoredText shown, URI site, Publisher publisher) {
        var record = entry.record();
        var choice = entry.choice();
        var terms = new ReceiptPurpose.Terms(PUBLISHER, AUTHORITY, publisher.jurisdiction(), site);
        return new Receipt("ISO-27560:2023", record.id(), record.id(), record.subject(),
                new Processing(site.resolve("/choix/v1/notices/" + record.noticeVersion()), record.noticeVersion(),
                        record.noticeHash(), choice.mode(), choice.language(),
                        shown.purposes().stream()
                                .map(asked -> ReceiptPurpose.of(asked, choice.purposes().contains(asked.id()), terms))
                                .toList()),
                parties(shown, site, publisher), List.of(Event.of(entry)), record.hash());
    }

    private static List<Party> parties(StoredText shown, URI site, Publisher publisher) {
        List<Party> parties = new ArrayList<>(List.of(Party.publisher(publisher, site), Party.authority(publisher)));
        shown.purposes().stream().flatMap(asked -> asked.vendors().stream()).distinct().map(Party::recipient)
                .forEach(parties::add);
        return parties;
    }
}
