package news.kiosque.consent.receipt;

import java.util.Base64;
import java.util.List;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import news.kiosque.consent.RunningConsentService;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ReceiptPagesIT extends RunningConsentService {

    /** The fields of ISO/IEC TS 27560:2023 that a notice about cookies has an answer to, section by section. */
    @Test
    void tellsWhatTheStandardWantsToBeTold() {
        DocumentContext receipt = receiptOf("{\"notice\": \"1\", \"choice\": \"custom\", \"purposes\": [\"embeds\"],"
                + " \"language\": \"en\"}");

        assertThat(keys(receipt, "$")).contains("schema_version", "receipt_id", "record_id", "pii_principal_id",
                "pii_processing", "party_identification", "events");
        assertThat(keys(receipt, "$.pii_processing")).contains("privacy_notice", "language", "purposes");
        assertThat(keys(receipt, "$.pii_processing.purposes[0]")).contains("purpose", "lawful_basis",
                "pii_information", "pii_controllers", "collection_method", "processing_method", "storage_locations",
                "retention_period", "jurisdiction", "recipient_third_parties", "withdrawal_method", "privacy_rights",
                "authority_party");
        assertThat(keys(receipt, "$.pii_processing.purposes[0].pii_information[0]")).contains("pii_type",
                "pii_attribute_id", "pii_optional", "sensitive_pii_category", "special_pii_category");
        assertThat(keys(receipt, "$.party_identification[0]")).contains("party_id", "party_name", "party_role",
                "party_type", "party_address", "party_contact", "party_url");
        assertThat(keys(receipt, "$.events[0]")).contains("event_time", "validity_duration", "entity_id", "event_type",
                "event_state");
    }

    @Test
    void namesEveryPartyThatItRefersTo() {
        DocumentContext receipt = receiptOf("{\"notice\": \"1\", \"choice\": \"custom\", \"purposes\": [\"embeds\"],"
                + " \"language\": \"en\"}");
        List<String> named = receipt.read("$.party_identification[*].party_id");

        assertThat(receipt.<List<String>>read("$..recipient_third_parties[*]")).isNotEmpty().isSubsetOf(named);
        assertThat(receipt.<List<String>>read("$..pii_controllers[*]")).containsOnly("publisher").isSubsetOf(named);
        assertThat(receipt.<List<String>>read("$..authority_party")).isSubsetOf(named);
        assertThat(receipt.<String>read("$.events[0].entity_id")).isEqualTo(receipt.read("$.pii_principal_id"));
        assertThat(receipt.<String>read("$.events[0].validity_duration")).isEqualTo("PT4368H");
        assertThat(receipt.<List<String>>read("$..purposes[?(@.agreed == true)].purpose_name"))
                .containsExactly("Content from other sites");
        assertThat(receipt.<List<String>>read("$..purposes[?(@.purpose == 'embeds')].retention_period"))
                .containsExactly("P395D");
        assertThat(receipt.<String>read("$.pii_processing.privacy_notice")).isEqualTo(SITE + "/choix/v1/notices/1");
    }

    private DocumentContext receiptOf(String decision) {
        var answer = postJson("/choix/v1/decisions", "", decision).expectStatus().isCreated().expectBody()
                .returnResult();
        String jws = http.get().uri(answer.getResponseHeaders().getLocation().getPath())
                .header(HttpHeaders.COOKIE, "csid=" + answer.getResponseCookies().getFirst("csid").getValue())
                .exchange().expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
        return JsonPath.parse(new String(Base64.getUrlDecoder().decode(jws.split("\\.")[1]), UTF_8));
    }

    private static List<String> keys(DocumentContext receipt, String path) {
        return List.copyOf(receipt.<java.util.Map<String, Object>>read(path).keySet());
    }
}
