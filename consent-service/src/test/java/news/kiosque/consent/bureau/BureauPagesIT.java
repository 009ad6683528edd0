package news.kiosque.consent.bureau;

import java.time.Duration;

import news.kiosque.consent.RunningConsentService;
import news.kiosque.consent.draft.Wording;
import news.kiosque.consent.notice.ShippedNotice;
import news.kiosque.testkit.TestKeys;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

@DirtiesContext
class BureauPagesIT extends RunningConsentService {
    private static final String PATH = "/bureau/consent";

    @Test
    void showsWhatWasChosen() {
        readerWho("accept");
        postJson("/choix/v1/decisions", "", decision("refuse"));

        Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(page(PATH))
                .contains("By mode of the law", "opt_in", "advertising").containsPattern("[1-9]\\d* choices"));
        assertThat(page(PATH)).contains("<rect class=\"refused\"").doesNotContain("style=");
    }

    @Test
    void walksTheLedgerWhenAsked() {
        readerWho("refuse");

        post(PATH + "/verification", new LinkedMultiValueMap<>(), "administrator").expectStatus().isSeeOther();

        assertThat(page(PATH)).contains("Whole when it was walked", "Last published root")
                .containsPattern("Last seal</dt><dd>\\d+, on \\d+ ");
    }

    @Test
    void aNoticeIsWrittenComparedAndPutIntoForce() {
        MultiValueMap<String, String> form = FilledForm.of(Wording.of(ShippedNotice.read()));
        form.set("fr:readMore", "Tout <lire>");
        form.set("rev", "0");
        assertThat(page(PATH + "/notice")).contains("There is no draft");

        post(PATH + "/notice", form, "administrator").expectStatus().isSeeOther();
        String editor = page(PATH + "/notice");
        assertThat(editor).contains("text readMore (fr)", "<del>En savoir plus</del>", "<ins>Tout &lt;lire&gt;</ins>");
        assertThat(page(PATH + "/notice/preview?language=fr&mode=opt_in")).contains("Tout &lt;lire", "id=\"consent\"");

        MultiValueMap<String, String> publication = new LinkedMultiValueMap<>();
        publication.set("rev", editor.replaceAll("(?s).*?name=\"rev\" value=\"(\\d+)\".*", "$1"));
        post(PATH + "/notice/publication", publication, "administrator").expectStatus().isSeeOther();

        assertThat(page(PATH)).contains("edition 1");
        http.get().uri("/choix/v1/notice").exchange().expectBody(String.class)
                .value(notice -> assertThat(notice).contains("Tout &lt;lire"));
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
        MultiValueMap<String, String> form = FilledForm.of(Wording.of(ShippedNotice.read()));
        form.set("fr:accept", "");
        form.set("en:refuse", "No, thank you");
        form.set("audience.vendors", "Acme | nowhere");

        String again = post(PATH + "/notice", form, "administrator").expectStatus().isEqualTo(422)
                .expectBody(String.class).returnResult().getResponseBody();

        assertThat(again).contains("/words/fr/accept", "/purposes/1/vendors/0/policy", "No, thank you",
                "Acme | nowhere");
        post(PATH + "/notice", new LinkedMultiValueMap<>(), "administrator").expectStatus().isEqualTo(422);
    }

    @Test
    void onlyAdministratorsComeIn() {
        http.get().uri(PATH).exchange().expectStatus().isUnauthorized();
        get(PATH, "editor").expectStatus().isForbidden();
        get(PATH + "/notice", "editor").expectStatus().isForbidden();
        for (String path : new String[]{"/verification", "/notice", "/notice/publication", "/notice/discard"}) {
            post(PATH + path, new LinkedMultiValueMap<>(), "editor").expectStatus().isForbidden();
        }
    }

    private String page(String path) {
        return get(path, "administrator").expectStatus().isOk().expectBody(String.class).returnResult()
                .getResponseBody();
    }

    private ResponseSpec get(String path, String role) {
        return http.get().uri(path).header("Authorization", bearer(role)).exchange();
    }

    private ResponseSpec post(String path, MultiValueMap<String, String> form, String role) {
        return http.post().uri(path).header("Authorization", bearer(role))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED).bodyValue(form).exchange();
    }

    private static String bearer(String role) {
        return "Bearer " + TestKeys.serviceToken("consent-service", "ada", role);
    }
}
