package news.kiosque.articles.article;

import java.util.List;
import java.util.Map;

import news.kiosque.articles.RunningArticleService;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ArticleApiIT extends RunningArticleService {

    @Test
    void draftsAnArticle() {
        var answer = post("reporter", "/api/v1/articles", article(Map.of("headline", "Un titre")));

        answer.expectStatus().isCreated().expectHeader().valueEquals("ETag", "\"1\"").expectHeader()
                .valueMatches("Location", "/api/v1/articles/[0-9a-f-]{36}");
        JsonNode draft = json(answer);
        assertThat(draft.get("state").stringValue()).isEqualTo("draft");
        assertThat(draft.get("headline").stringValue()).isEqualTo("Un titre");
        assertThat(draft.get("authors").get(0).stringValue()).isEqualTo("Anne Œuvrard");
        assertThat(json(get("/api/v1/articles/" + draft.get("id").stringValue()).expectStatus().isOk()))
                .isEqualTo(draft);
    }

    @Test
    void goesFromDraftToLiveToWithdrawnAndBack() {
        JsonNode draft = drafted(Map.of("headline", "Aller et retour"));
        JsonNode live = moved(draft, "publish", "");

        assertThat(live.get("state").stringValue()).isEqualTo("live");
        assertThat(live.get("rev").longValue()).isEqualTo(2);
        assertThat(live.get("url").stringValue()).startsWith("/monde/aller-et-retour");

        JsonNode gone = moved(live, "withdraw", "{\"reason\": \"Faux.\"}");
        assertThat(gone.get("state").stringValue()).isEqualTo("withdrawn");
        assertThat(gone.get("withdrawal").get("reason").stringValue()).isEqualTo("Faux.");

        JsonNode back = moved(gone, "publish", "");
        assertThat(back.get("state").stringValue()).isEqualTo("live");
        assertThat(back.get("url")).isEqualTo(live.get("url"));
        assertThat(back.get("publishedAt")).isEqualTo(live.get("publishedAt"));
    }

    @Test
    void neverPublishesAgainWhatWasKilled() {
        JsonNode killed = moved(published(Map.of()), "kill", "{\"reason\": \"Diffamation.\"}");

        move(killed, "publish", "").expectStatus().isEqualTo(409);
    }

    @Test
    void refusesMovesThatMakeNoSense() {
        JsonNode draft = drafted(Map.of());

        move(draft, "withdraw", "{\"reason\": \"x\"}").expectStatus().isEqualTo(409);
        move(draft, "correct", "{\"note\": \"x\"}").expectStatus().isEqualTo(409);
        move(draft, "kill", "{\"reason\": \"x\"}").expectStatus().isEqualTo(409);
        move(draft, "withdraw", "{}").expectStatus().isEqualTo(422);
    }

    @Test
    void keepsAnEmbargo() {
        JsonNode draft = drafted(Map.of("notBefore", "2099-01-01T00:00:00Z"));

        move(draft, "publish", "").expectStatus().isEqualTo(409);
    }

    @Test
    void tellsReadersOfACorrection() {
        JsonNode corrected = moved(published(Map.of()), "correct", "{\"note\": \"Un nom était faux.\"}");

        assertThat(corrected.get("corrections").get(0).get("note").stringValue()).isEqualTo("Un nom était faux.");
    }

    @Test
    void changesTheWorkingCopyOnly() {
        JsonNode live = published(Map.of("headline", "Avant"));
        JsonNode changed = json(patch(live, "{\"headline\": \"Après\", \"tags\": null}").expectStatus().isOk());

        assertThat(changed.get("headline").stringValue()).isEqualTo("Après");
        assertThat(changed.get("tags")).isEmpty();
        assertThat(changed.get("standfirst")).isEqualTo(live.get("standfirst"));
        assertThat(changed.get("url")).isEqualTo(live.get("url"));
        assertThat(changed.get("state").stringValue()).isEqualTo("live");
    }

    @Test
    void takesBackWhatItAnsweredWithAChange() {
        JsonNode draft = drafted(Map.of("headline", "Rond"));
        String changed = draft.toString().replace("Rond", "Carré");

        JsonNode after = json(send("reporter", HttpMethod.PUT, path(draft), changed, "If-Match", "\"1\"").expectStatus()
                .isOk());

        assertThat(after.get("headline").stringValue()).isEqualTo("Carré");
        assertThat(after.get("rev").longValue()).isEqualTo(2);
    }

    @Test
    void asksForTheRevisionThatAChangeIsMeantFor() {
        JsonNode draft = drafted(Map.of());

        send("reporter", HttpMethod.PATCH, path(draft), "{}").expectStatus().isEqualTo(428);
        send("reporter", HttpMethod.PATCH, path(draft), "{}", "If-Match", "\"7\"").expectStatus().isEqualTo(412);
        send("reporter", HttpMethod.PATCH, path(draft), "{}", "If-Match", "W/\"1\"").expectStatus().isEqualTo(412);
        post("editor", path(draft) + "/publish", "").expectStatus().isEqualTo(428);
        send("reporter", HttpMethod.PATCH, "/api/v1/articles/nothing", "{}", "If-Match", "\"1\"").expectStatus()
                .isNotFound();
    }

    @Test
    void makesOneArticleOfOneIdempotencyKey() {
        String body = article(Map.of());
        String key = "key-" + body.hashCode();

        JsonNode first = json(post("reporter", "/api/v1/articles", body, "Idempotency-Key", key).expectStatus()
                .isCreated());
        JsonNode second = json(post("reporter", "/api/v1/articles", body, "Idempotency-Key", key).expectStatus()
                .isCreated());
        post("reporter", "/api/v1/articles", article(Map.of("headline", "Autre")), "Idempotency-Key", key)
                .expectStatus().isEqualTo(422);
        JsonNode ofAnother = json(post("editor", "/api/v1/articles", body, "Idempotency-Key", key).expectStatus()
                .isCreated());

        assertThat(second).isEqualTo(first);
        assertThat(ofAnother.get("id")).isNotEqualTo(first.get("id"));
    }

    @Test
    void givesATakenAddressANumber() {
        JsonNode first = published(Map.of("slug", "meme-adresse"));
        JsonNode second = published(Map.of("slug", "meme-adresse"));

        assertThat(first.get("url").stringValue()).isEqualTo("/monde/meme-adresse");
        assertThat(second.get("url").stringValue()).isEqualTo("/monde/meme-adresse-2");
        assertThat(moved(second, "publish", "").get("url")).isEqualTo(second.get("url"));
        assertThat(published(Map.of("slug", "europe")).get("url").stringValue()).isEqualTo("/monde/europe-2");
    }

    @Test
    void leavesPublishingToEditors() {
        JsonNode draft = drafted(Map.of());

        post("reporter", path(draft) + "/publish", "", "If-Match", "\"1\"").expectStatus().isForbidden();
        post("reporter", path(draft) + "/withdraw", "{\"reason\": \"x\"}", "If-Match", "\"1\"").expectStatus()
                .isForbidden();
        post("administrator", path(draft) + "/publish", "", "If-Match", "\"1\"").expectStatus().isOk();
    }

    @Test
    void listsPageByPage() {
        List<String> made = List.of("a", "b", "c").stream()
                .map(name -> drafted(Map.of("tags", List.of("Liste longue"), "headline", name)).get("id").stringValue())
                .toList();

        JsonNode first = json(get("/api/v1/articles?tag=liste-longue&limit=2"));
        JsonNode second = json(get("/api/v1/articles?tag=liste-longue&limit=2&cursor="
                + first.get("next").stringValue()));

        assertThat(ids(first)).containsExactly(made.get(2), made.get(1));
        assertThat(ids(second)).containsExactly(made.get(0));
        assertThat(second.get("next")).isNull();
        assertThat(ids(json(get("/api/v1/articles?tag=liste-longue&state=live")))).isEmpty();
        assertThat(ids(json(get("/api/v1/articles?tag=liste-longue&section=monde&edition=fr&author=Anne Œuvrard"))))
                .hasSize(3);
    }

    @Test
    void keepsEveryVersionThatWasLive() {
        JsonNode live = published(Map.of("headline", "Version un"));
        JsonNode again = moved(json(patch(live, "{\"headline\": \"Version deux\"}")), "publish", "");

        JsonNode revisions = json(get(path(again) + "/revisions").expectStatus().isOk());

        assertThat(revisions).hasSize(2);
        assertThat(revisions.get(0).get("content").get("headline").stringValue()).isEqualTo("Version deux");
        assertThat(revisions.get(1).get("by").stringValue()).isEqualTo("alice-editor");
    }

    private ResponseSpec patch(JsonNode article,
            String patch) {
        return send("reporter", HttpMethod.PATCH, path(article), patch, "If-Match",
                "\"" + article.get("rev").longValue() + "\"");
    }

    private static String path(JsonNode article) {
        return "/api/v1/articles/" + article.get("id").stringValue();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items").valueStream().map(item -> item.get("id").stringValue()).toList();
    }
}
