package news.kiosque.consent.receipt;

import java.net.URI;
import java.time.Period;
import java.util.List;

import news.kiosque.consent.notice.Notice.Vendor;
import news.kiosque.consent.notice.StoredText.Asked;
import news.kiosque.consent.notice.StoredText.AskedCookie;

/**
 * A purpose that a reader was asked for, as ISO/IEC TS 27560:2023 wants it told.
 *
 * @param pii_controllers ids of parties, as in the other lists of parties
 * @param retention_period of what lives longest in the reader's browser
 * @param withdrawal_method where the reader takes it back
 * @param privacy_rights where the reader has all of it given out or erased
 */
record ReceiptPurpose(String purpose, String purpose_name, String purpose_description, String lawful_basis,
        boolean agreed, List<Information> pii_information, List<String> pii_controllers, String collection_method,
        String processing_method, List<String> storage_locations, String retention_period, String jurisdiction,
        List<String> recipient_third_parties, URI withdrawal_method, URI privacy_rights, String authority_party) {

    /** What is the same for every purpose. */
    record Terms(String controller, String authority, String jurisdiction, URI site) {}

    /** A cookie, which is all that a purpose keeps of a reader. */
    record Information(String pii_type, String pii_attribute_id, String pii_host, boolean pii_optional,
            boolean sensitive_pii_category, boolean special_pii_category, String retention_period) {

        static Information of(AskedCookie cookie) {
            return new Information("cookie", cookie.name(), cookie.host(), true, false, false, days(cookie.days()));
        }
    }

    static ReceiptPurpose of(Asked asked, boolean agreed, Terms terms) {
        URI choices = terms.site().resolve("/choix");
        int longest = asked.cookies().stream().mapToInt(AskedCookie::days).max().orElse(0);
        return new ReceiptPurpose(asked.id(), asked.name(), asked.explanation(), "consent", agreed,
                asked.cookies().stream().map(Information::of).toList(), List.of(terms.controller()),
                "cookies in the reader's browser", asked.explanation(), List.of("the reader's browser"), days(longest),
                terms.jurisdiction(), asked.vendors().stream().map(Vendor::name).toList(), choices, choices,
                terms.authority());
    }

    /** As ISO 8601 has it; no time at all ends with the visit. */
    private static String days(int days) {
        return Period.ofDays(days).toString();
    }
}
