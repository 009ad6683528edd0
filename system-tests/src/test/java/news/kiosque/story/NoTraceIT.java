package news.kiosque.story;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import news.kiosque.testkit.FilesOnDisk;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A reader chooses who can be told from all others by address and browser; then all that the suite has on disk is searched. */
@EnabledIf("isOnThisDisk")
class NoTraceIT {
    /** Also an address of this machine, and of nobody else here. */
    private static final String ADDRESS = "127.83.61.27";
    private static final String BEHIND_A_PROXY = "203.0.113.83";
    private static final String BROWSER = "Netscape-" + UUID.randomUUID();

    private final Suite suite = Suite.running();
    private final URI site = URI.create("http://127.0.0.1:" + suite.address().getPort());

    static boolean isOnThisDisk() {
        return Suite.running().isOurs() && !Suite.isOnContainers();
    }

    @Test
    void neitherTheAddressNorTheBrowserOfWhoeverChoosesIsKeptAnywhere() throws Exception {
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(ADDRESS)).build()) {
            String notice = json(http, to("/choix/v1/notice")).get("version").asString();
            String accepts = "{\"notice\": \"" + notice + "\", \"choice\": \"accept\"}";
            String reader = csid(http.send(post(accepts).build(), BodyHandlers.ofString()));
            String subject = json(http, to("/choix/v1/me/export").header("Cookie", reader)).get("decisions").get(0)
                    .get("subject").asString();
            assertThat(status(http, post(accepts.replace(notice, "another")))).isEqualTo(409);
            assertThat(status(http, post(accepts.replace("accept", "perhaps")))).isEqualTo(422);
            assertThat(status(http, post("{"))).isEqualTo(400);
            assertThat(status(http, post(accepts).setHeader("Content-Type", "text/plain"))).isEqualTo(415);
            assertThat(status(http, post(accepts).header("Sec-Fetch-Site", "cross-site"))).isEqualTo(403);
            assertThat(status(http, to("/choix/v1/receipts/" + UUID.randomUUID()))).isEqualTo(404);

            Awaitility.await().untilAsserted(() -> {
                assertThat(stored()).as("the store has the choice").anyMatch(document -> document.contains(subject));
                assertThat(kept("broker").contain(subject)).as("the topic has the choice").isTrue();
            });
            assertThat(kept("logs").contain("consent-service")).isTrue();
            FilesOnDisk files = kept("");
            List<String> documents = stored();
            assertThat(List.of(ADDRESS, BEHIND_A_PROXY, BROWSER))
                    .noneMatch(trace -> documents.stream().anyMatch(document -> document.contains(trace)))
                    .noneMatch(files::contain);
        }
    }

    /** All documents there are: pages of the store's file are compressed. */
    private List<String> stored() {
        List<String> documents = new ArrayList<>();
        try (MongoClient store = MongoClients
                .create(ArticleTopic.environment(suite, "consent-service").get("KIOSQUE_MONGODB_URI"))) {
            for (String database : List.of("consent", "articles")) {
                for (String collection : store.getDatabase(database).listCollectionNames()) {
                    store.getDatabase(database).getCollection(collection).find().map(Document::toJson).into(documents);
                }
            }
        }
        return documents;
    }

    private FilesOnDisk kept(String folder) {
        return new FilesOnDisk(suite.data().resolve(folder));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(site.resolve(path)).header("User-Agent", BROWSER)
                .header("X-Forwarded-For", BEHIND_A_PROXY).header("Forwarded", "for=" + BEHIND_A_PROXY);
    }

    private HttpRequest.Builder post(String body) {
        return to("/choix/v1/decisions").header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString()).POST(BodyPublishers.ofString(body));
    }

    private static JsonNode json(HttpClient http, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return new JsonMapper().readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }

    private static int status(HttpClient http, HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static String csid(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(201);
        return answer.headers().allValues("Set-Cookie").stream().filter(set -> set.startsWith("csid="))
                .map(set -> set.split(";")[0]).findFirst().orElseThrow();
    }
}
