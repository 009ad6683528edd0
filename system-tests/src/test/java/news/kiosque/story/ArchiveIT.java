package news.kiosque.story;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** A newsroom brings its archive: once, however often it is brought, behind the news, and out again as it was. */
@EnabledIf("isOurs")
class ArchiveIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TAG = "Phare de Tévennec";

    /** Of one place, and each of something else, so that one is like another and none the same. */
    private static final List<String> LETTERS = List.of(
            "La relève du phare de Tévennec n'est pas venue. Le gardien compte les sacs de farine et la houle.",
            "Une baleine a dormi trois nuits contre le rocher de Tévennec. Du phare, on entendait son souffle.",
            "L'électricité arrivera l'an prochain, dit le ministère. Au phare de Tévennec, le gardien garde son pétrole.",
            "Les pêcheurs de Sein racontent que le phare est hanté. À Tévennec, le gardien n'a vu que des rats.",
            "Un cargo grec a perdu ses oranges dans le raz. Elles flottent autour du phare de Tévennec depuis mardi.",
            "Le dernier gardien quitte Tévennec ce soir. Une machine allumera désormais le phare, et personne ne l'écrira.");

    private final Suite suite = Suite.running();
    private final Newsroom newsroom = new Newsroom(suite);
    private final Reader reader = new Reader(suite.address());
    private final List<ObjectNode> archive = IntStream.range(0, 6).mapToObj(ArchiveIT::line).toList();

    @TempDir
    Path folder;

    static boolean isOurs() {
        return Suite.running().isOurs();
    }

    @AfterEach
    void tidy() {
        articles().forEach(article -> newsroom.withdraw(newsroom.get(article.get("id").asString()), "Fin du récit"));
    }

    @Test
    void comesInOnceHoweverOftenItIsBroughtAndComesOutAsItWas() throws IOException {
        assertThat(brought()).contains("6 created, 0 revised, 0 unchanged, 0 rejected");

        List<String> pages = articles().stream().map(article -> article.get("url").asString()).toList();
        assertThat(pages).hasSize(6);
        String last = url("Le phare, jour 6");
        assertThat(reader.open(last).html().select("time").eachAttr("datetime"))
                .anyMatch(time -> time.startsWith("2009-05-01"));
        assertThat(reader.open("/").links("main")).doesNotContainAnyElementsOf(pages);
        await("its related list").atMost(Duration.ofSeconds(90)).untilAsserted(
                () -> assertThat(reader.open(last).links("#related")).containsAnyElementsOf(pages));

        archive.get(3).put("title", "Le phare a une nouvelle lampe");
        assertThat(brought()).contains("0 created, 1 revised, 5 unchanged, 0 rejected");
        assertThat(brought()).contains("0 created, 0 revised, 6 unchanged, 0 rejected");
        assertThat(articles()).hasSize(6);
        assertThat(reader.open(url("Le phare a une nouvelle lampe")).status()).isEqualTo(200);

        assertThat(broughtOut()).containsAll(archive);
    }

    @Test
    void saysOfEachLineThatCannotBeTakenWhyAndTakesTheOthers() throws IOException {
        archive.get(1).put("published", "demain");
        archive.get(4).put("lang", "tlh");
        Path rejected = folder.resolve("rejected.jsonl");

        assertThatThrownBy(() -> brought("--source", "ailleurs", "--rejected", rejected.toString()))
                .hasMessageContaining("4 created, 0 revised, 0 unchanged, 2 rejected");
        assertThat(Files.readAllLines(rejected)).hasSize(2).anyMatch(line -> line.contains("published"))
                .anyMatch(line -> line.contains("lang"));
        assertThat(articles()).hasSize(4);
    }

    private String brought(String... options) throws IOException {
        Path file = folder.resolve("archive.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (ObjectNode line : archive) {
                out.write((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        List<String> words = new ArrayList<>(List.of("import", file.toString()));
        words.addAll(options.length == 0 ? List.of("--source", "tevennec") : List.of(options));
        return suite.command(Duration.ofMinutes(1), words.toArray(String[]::new));
    }

    /** Of this archive, with the fields that were brought in. */
    private List<JsonNode> broughtOut() throws IOException {
        Path file = folder.resolve("out.jsonl");
        suite.command(Duration.ofMinutes(1), "export", file.toString());
        return Files.readAllLines(file).stream().map(JSON::readTree)
                .filter(line -> line.path("source").asString("").equals("tevennec"))
                .map(line -> (JsonNode) ((ObjectNode) line).retain(archive.getFirst().propertyNames())).toList();
    }

    private String url(String headline) {
        return articles().stream().filter(article -> article.get("headline").asString().equals(headline)).findFirst()
                .orElseThrow().get("url").asString();
    }

    private List<JsonNode> articles() {
        return JSON.readTree(newsroom
                .send("GET", "/api/v1/articles?edition=fr&state=live&tag=phare-de-tevennec", "", Map.of()).body())
                .get("items").valueStream().toList();
    }

    private static ObjectNode line(int i) {
        ObjectNode line = JSON.createObjectNode();
        line.put("id", "tevennec-" + i).put("lang", "fr").put("title", " Le phare, jour " + (i + 1))
                .put("standfirst", LETTERS.get(i).substring(0, LETTERS.get(i).indexOf('.') + 1))
                .put("body", LETTERS.get(i).replace(". ", ".\n\n"))
                .put("published", i == 5 ? "2009-05-01T18:30:00+02:00" : "2008-0" + (i + 1) + "-03")
                .put("section", "MONDE").put("author", "Yves Gardien").put("url", "https://phare.example/" + i);
        line.putArray("tags").add(TAG);
        return line;
    }
}
