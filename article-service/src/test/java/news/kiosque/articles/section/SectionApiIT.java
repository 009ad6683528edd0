package news.kiosque.articles.section;

import java.util.List;
import java.util.Map;

import news.kiosque.articles.RunningArticleService;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class SectionApiIT extends RunningArticleService {

    @Test
    void makesAndRenamesASection() {
        section("{\"edition\": \"en\", \"path\": \"world\", \"name\": \"World\", \"position\": 2}").expectStatus()
                .isCreated();
        section("{\"edition\": \"en\", \"path\": \"world\", \"name\": \"World\", \"position\": 2}").expectStatus()
                .isOk();
        section("{\"edition\": \"en\", \"path\": \"world\", \"name\": \"Planet\"}").expectStatus().isEqualTo(409);
        put("en/world", "{\"name\": \"Planet\"}").expectStatus().isOk();
        put("en/world/asia", "{\"name\": \"Asia\"}").expectStatus().isCreated();

        JsonNode all = json(get("/api/v1/sections?edition=en").expectStatus().isOk());
        assertThat(all.get("items").valueStream().map(one -> one.get("path").stringValue()))
                .containsExactly("world", "world/asia");
        assertThat(all.get("items").get(0).get("name").stringValue()).isEqualTo("Planet");
    }

    @Test
    void refusesPlacesThatAreNoneOfItsOwn() {
        for (String path : List.of("api", "choix", "Monde", "monde/", "", "a/b/c/d/e", "nulle/part", "../x")) {
            section("{\"edition\": \"fr\", \"path\": \"" + path + "\", \"name\": \"X\"}").expectStatus()
                    .isEqualTo(422);
        }
        section("{\"edition\": \"fr\", \"path\": \"x\"}").expectStatus().isEqualTo(422);
        section("{\"edition\": \"fr\", \"path\": \"x\", \"name\": 5, \"position\": \"a\"}").expectStatus()
                .isEqualTo(422);
    }

    @Test
    void leavesAnArticleWhereItIs() {
        published(Map.of("slug", "afrique"));

        put("fr/monde/afrique", "{\"name\": \"Afrique\"}").expectStatus().isEqualTo(409);
    }

    @Test
    void countsTheArticlesOfAuthorsAndTags() {
        published(Map.of("authors", List.of("Zoé Zed"), "tags", List.of("Rareté")));
        published(Map.of("authors", List.of("Zoé Zed"), "tags", List.of()));

        assertThat(json(get("/api/v1/authors?edition=fr")).get("items").valueStream()
                .filter(one -> one.get("slug").stringValue().equals("zoe-zed"))
                .map(one -> one.get("articles").intValue()))
                .containsExactly(2);
        assertThat(json(get("/api/v1/tags?edition=fr")).get("items").valueStream()
                .filter(one -> one.get("name").stringValue().equals("Rareté"))
                .map(one -> one.get("articles").intValue()))
                .containsExactly(1);
        get("/api/v1/tags?edition=de").expectStatus().isEqualTo(400);
    }

    private ResponseSpec section(String body) {
        return post("editor", "/api/v1/sections", body);
    }

    private ResponseSpec put(String place, String body) {
        return send("editor", HttpMethod.PUT, "/api/v1/sections/" + place, body);
    }
}
