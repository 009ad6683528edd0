package news.kiosque.articles.importer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import news.kiosque.articles.RunningArticleService;
import news.kiosque.articles.TopicReader;
import news.kiosque.events.ArticlePublished;
import news.kiosque.events.ArticleRevised;
import news.kiosque.events.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An archive comes in through the API, once however often it is sent, and goes out as it came. */
@TestPropertySource(properties = "kiosque.import.sections=" + ImportIT.ROOM)
class ImportIT extends RunningArticleService {
    static final int ROOM = 12;

    private final String source = "s" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void takesEachArticleOnceHoweverOftenItIsSent() {
        List<String> lines = IntStream.range(0, 80).mapToObj(i -> line("a" + i, Map.of())).toList();

        assertThat(statuses(sent(lines))).hasSize(80).containsOnly("created");
        assertThat(statuses(sent(lines))).hasSize(80).containsOnly("unchanged");
    }

    @Test
    void keepsTheDateTheSectionTheAuthorAndTheTextOfAnArticle() {
        JsonNode answer = sent(List.of(line("dated", Map.of("published", "2019-05-28", "section", "france",
                "subsection", "Fait-divers", "author", " Anne  Œuvrard ", "body", "Un & deux.\n\nTrois <quatre>."))))
                .getFirst();
        JsonNode article = json(get("/api/v1/articles/" + answer.get("article").stringValue()));

        assertThat(article.get("publishedAt").stringValue()).isEqualTo("2019-05-27T22:00:00Z");
        assertThat(article.get("section").stringValue()).isEqualTo("france/fait-divers");
        assertThat(article.get("state").stringValue()).isEqualTo("live");
        assertThat(article.get("body").get(0).get("text").stringValue()).isEqualTo("Un &amp; deux.");
        assertThat(article.get("body").get(1).get("text").stringValue()).isEqualTo("Trois &lt;quatre&gt;.");
        http.get().uri(article.get("url").stringValue()).exchange().expectStatus().isOk();
        http.get().uri("/france/fait-divers/").exchange().expectStatus().isOk();
        http.get().uri("/auteur/anne-oeuvrard").exchange().expectStatus().isOk();
    }

    @Test
    void revisesAnArticleWhoseLineWasCorrected() {
        sent(List.of(line("mended", Map.of())));
        List<JsonNode> second = sent(List.of(line("mended", Map.of("title", "Un titre corrigé"))));

        assertThat(statuses(second)).containsExactly("revised");
        String id = second.getFirst().get("article").stringValue();
        assertThat(json(get("/api/v1/articles/" + id)).get("headline").stringValue()).isEqualTo("Un titre corrigé");
        assertThat(json(get("/api/v1/articles/" + id + "/revisions"))).hasSize(2);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(TopicReader.events(Topics.ARTICLE, id))
                .extracting(event -> (Object) event.getClass())
                .containsExactly(ArticlePublished.class, ArticleRevised.class));
    }

    @Test
    void leavesAloneWhatAnEditorHasChanged() {
        String id = sent(List.of(line("edited", Map.of()))).getFirst().get("article").stringValue();
        moved(json(get("/api/v1/articles/" + id)), "withdraw", "{\"reason\": \"faux\"}");

        assertThat(statuses(sent(List.of(line("edited", Map.of()))))).containsExactly("unchanged");
        JsonNode corrected = sent(List.of(line("edited", Map.of("title", "Autre")))).getFirst();
        assertThat(corrected.get("status").stringValue()).isEqualTo("rejected");
        assertThat(corrected.get("reason").stringValue()).contains("changed here since");
        assertThat(json(get("/api/v1/articles/" + id)).get("state").stringValue()).isEqualTo("withdrawn");
    }

    @Test
    void tellsKafkaThatItIsInNoHurry() {
        String id = sent(List.of(line("old", Map.of()))).getFirst().get("article").stringValue();

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(TopicReader.events(Topics.ARTICLE)
                .stream().filter(record -> id.equals(record.key()))).singleElement()
                .satisfies(record -> {
                    assertThat(record.headers().lastHeader("ce_backfill")).isNotNull();
                    assertThat(((ArticlePublished) record.value()).article().publishedAt())
                            .isEqualTo("2018-03-01T11:00:00Z");
                }));
        String today = published(Map.of()).get("id").stringValue();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(TopicReader.events(Topics.ARTICLE)
                .stream().filter(record -> today.equals(record.key()))).singleElement()
                .satisfies(record -> assertThat(record.headers().lastHeader("ce_backfill")).isNull()));
    }

    @Test
    void saysOfEachLineThatItCannotTakeWhyAndTakesTheOthers() {
        Map<String, String> hostile = new LinkedHashMap<>();
        hostile.put("{", "is not a JSON object");
        hostile.put("[]", "must be an object");
        hostile.put("[".repeat(100_000), "is not a JSON object");
        hostile.put("{\"id\": " + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000) + "}", "is not a JSON object");
        hostile.put("{\"id\":\"x\",\"id\":\"y\"}", "Duplicate");
        hostile.put(line("nul", Map.of("body", "a\0b")), "must have no NUL");
        hostile.put(line("nul\0", Map.of()), "must have no NUL");
        hostile.put(line("year0", Map.of("published", "0000-01-01T00:00:00Z")), "must not be before 1600");
        hostile.put(line("year9999", Map.of("published", "9999-12-31")), "must not be in the future");
        hostile.put(line("nodate", Map.of("published", "hier")), "must be a date or a moment");
        hostile.put(line("klingon", Map.of("lang", "tlh")), "is the language of no edition");
        hostile.put(line("api", Map.of("section", "api")), "section cannot be called so");
        hostile.put(line("untitled", Map.of("title", " ")), "title must be a text that is not blank");
        hostile.put(line("number", Map.of("tags", 7)), "tags must be a list");
        hostile.put(line("huge", Map.of("body", "mot ".repeat(200_000))), "makes the article larger");
        List<String> lines = new ArrayList<>(hostile.keySet());
        lines.add(line("good", Map.of()));
        List<JsonNode> answers = sent(lines);

        assertThat(answers.getLast().get("status").stringValue()).isEqualTo("created");
        List<String> expected = List.copyOf(hostile.values());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(answers.get(i).get("line").intValue()).isEqualTo(i + 1);
            assertThat(answers.get(i).get("status").stringValue()).as(expected.get(i)).isEqualTo("rejected");
            assertThat(answers.get(i).get("reason").stringValue()).contains(expected.get(i));
        }
    }

    @Test
    void passesOverALineWithoutEndWithoutKeepingIt() {
        byte[] piece = "x".repeat(64_000).getBytes(StandardCharsets.UTF_8);
        byte[] good = ("\n" + line("after", Map.of()) + "\n").getBytes(StandardCharsets.UTF_8);
        Flux<DataBuffer> body = Flux.range(0, 800).map(i -> i == 799 ? good : piece)
                .map(DefaultDataBufferFactory.sharedInstance::wrap);
        List<JsonNode> answers = answers(BodyInserters.fromDataBuffers(body));

        assertThat(answers.getFirst().get("reason").stringValue()).isEqualTo("has more than 2 MB");
        assertThat(answers.getLast().get("status").stringValue()).isEqualTo("created");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin = line("latin", Map.of("title", "Été")).getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = line("wide", Map.of()).getBytes(StandardCharsets.UTF_16);

        assertThat(answers(BodyInserters.fromValue(latin)).getFirst().get("reason").stringValue())
                .isEqualTo("is not UTF-8");
        assertThat(answers(BodyInserters.fromValue(utf16))).extracting(answer -> answer.get("status").stringValue())
                .containsOnly("rejected");
    }

    @Test
    void makesOnlyAsManySectionsAsReadersCanBear() {
        List<JsonNode> answers = sent(IntStream.range(0, 100)
                .mapToObj(i -> line("in" + i, Map.of("section", "rubrique " + i, "lang", "en"))).toList());

        assertThat(statuses(answers)).filteredOn("created"::equals).hasSize(ROOM);
        assertThat(answers.getLast().get("reason").stringValue()).contains("an import makes no more");
    }

    @Test
    void givesOutWhatCameInAsItCame() {
        List<String> lines = new ArrayList<>(IntStream.range(0, 12).mapToObj(i -> line("out" + i, Map.of("title",
                "Même titre"))).toList());
        lines.add(line("blanks", Map.of("title", "Deux\nlignes ", "author", "Anne \n et  Jean ", "tags",
                List.of("USA ", "usa", "Été"), "standfirst", " a ", "published", "2017-01-02T03:04:05.123456+01:00")));
        lines.add(line("paragraphs", Map.of("body", "Un.\n\n\nDeux,\nencore deux.\r\n\r\nTrois\u00a0! ")));
        lines.add(line("lines", Map.of("body", "Un.\nDeux.\n")));
        lines.add(line("long", Map.of("body", "Une phrase. ".repeat(5_000))));
        assertThat(statuses(sent(lines))).containsOnly("created");

        Map<String, JsonNode> out = exported();
        assertThat(out).hasSize(lines.size());
        lines.stream().map(JSON::readTree).forEach(line -> assertThat(out.get(line.get("id").stringValue()))
                .isEqualTo(line));
    }

    @Test
    void givesOutWhatAnEditorHasMadeOfIt() {
        String id = sent(List.of(line("worked", Map.of()))).getFirst().get("article").stringValue();
        JsonNode article = json(send("editor", HttpMethod.PATCH, "/api/v1/articles/" + id,
                "{\"headline\": \"Mieux\", \"body\": [{\"type\": \"heading\", \"text\": \"Tête\"}]}", "If-Match",
                "\"1\""));
        moved(article, "publish", "{}");
        JsonNode out = exported().get("worked");

        assertThat(out.get("title").stringValue()).isEqualTo("Mieux");
        assertThat(out.get("published").stringValue()).isEqualTo("2018-03-01T12:00:00+01:00");
        assertThat(out.get("blocks").get(0).get("type").stringValue()).isEqualTo("heading");
    }

    @Test
    void isForEditors() {
        http.post().uri("/api/v1/articles:import").headers(as("reporter")).contentType(MediaType.APPLICATION_NDJSON)
                .bodyValue("").exchange().expectStatus().isForbidden();
        post("editor", "/api/v1/articles:import", "{}").expectStatus().isEqualTo(415);
    }

    private String line(String id, Map<String, ?> changes) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("lang", "fr");
        line.put("title", "Titre de " + id + " " + source);
        line.put("standfirst", "Chapeau");
        line.put("body", "Un texte d’archive.");
        line.put("published", "2018-03-01T12:00:00+01:00");
        line.put("section", "monde");
        line.put("subsection", null);
        line.put("tags", List.of("Chine"));
        line.put("author", "Anne Œuvrard");
        line.put("url", "https://example.org/" + id + ".html");
        line.put("source", source);
        line.putAll(changes);
        return JSON.writeValueAsString(line);
    }

    private List<JsonNode> sent(List<String> lines) {
        return answers(BodyInserters.fromValue(String.join("\n", lines)));
    }

    private List<JsonNode> answers(
            BodyInserter<?, ? super ClientHttpRequest> body) {
        String answers = new String(http.mutate().responseTimeout(Duration.ofMinutes(2)).build().post()
                .uri("/api/v1/articles:import").headers(as("editor"))
                .contentType(MediaType.APPLICATION_NDJSON).body(body).exchange().expectStatus().isOk().expectBody()
                .returnResult().getResponseBodyContent(), StandardCharsets.UTF_8);
        return answers.lines().map(JSON::readTree).toList();
    }

    private static List<String> statuses(List<JsonNode> answers) {
        return answers.stream().map(answer -> answer.get("status").stringValue()).toList();
    }

    /** Of this test's source, by the archive's id. */
    private Map<String, JsonNode> exported() {
        List<JsonNode> all = new ArrayList<>();
        String next = "/api/v1/articles:export";
        while (next != null) {
            var page = get(next).expectStatus().isOk().expectBody().returnResult();
            new String(page.getResponseBodyContent(), StandardCharsets.UTF_8).lines().map(JSON::readTree)
                    .forEach(all::add);
            String link = page.getResponseHeaders().getFirst("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return all.stream().filter(line -> line.has("source") && line.get("source").stringValue().equals(source))
                .collect(Collectors.toMap(line -> line.get("id").stringValue(), line -> line));
    }
}
