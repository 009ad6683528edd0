package news.kiosque.consent.operator;

import java.util.List;

import news.kiosque.consent.RunningConsentService;
import news.kiosque.testkit.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class JurisdictionsIT extends RunningConsentService {
    private static final String PATH = "/api/v1/consent/jurisdictions";

    @Test
    void keepsWhatAnAdministratorSets() {
        put("administrator", "{\"optOut\": [\"US-CA\"], \"implied\": [\"SG\"]}").expectStatus().isOk();

        http.get().uri(PATH).header("Authorization", bearer("administrator")).exchange()
                .expectStatus().isOk().expectBody().jsonPath("$.implied[0]").isEqualTo("SG");
        http.get().uri("/choix/v1/notice?mode=implied").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.places").isEqualTo(List.of("SG"));
        http.get().uri("/choix/v1/notice?mode=opt_in").exchange().expectBody().jsonPath("$.places").isEmpty();
        put("editor", "{}").expectStatus().isForbidden();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"422 | {\"implied\": [\"FR\"]}", "422 | {\"implied\": [\"GB\"]}",
            "422 | {\"optOut\": [\"DE-BY\"]}", "422 | {\"implied\": [\"nowhere\"]}", "400 | {\"implied\": 1}",
            "422 | {\"implied\": [null]}",
            "422 | {\"implied\": [\"BR\"], \"optOut\": [\"BR\"]}"})
    void refusesWhatTheLawDoesNotAllow(int status, String body) {
        put("administrator", body).expectStatus().isEqualTo(status).expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private ResponseSpec put(String role, String body) {
        return http.put().uri(PATH).contentType(MediaType.APPLICATION_JSON).header("Authorization", bearer(role))
                .bodyValue(body).exchange();
    }

    private static String bearer(String role) {
        return "Bearer " + TestKeys.serviceToken("consent-service", "ada", role);
    }
}
