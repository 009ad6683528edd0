package news.kiosque.gateway.notice;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

import news.kiosque.gateway.Suite;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

class NoticeInquiryIT {

    @Test
    void asksTheConsentServiceWhenKafkaIsAway() throws Exception {
        try (Suite suite = new Suite(Map.of("kiosque.notice.ask-every", "100ms"));
                HttpClient client = HttpClient.newHttpClient()) {
            suite.articles.at("/page", (_, answer) -> answer.header("Content-Type", "text/html")
                    .sendString(Mono.just(SlotFiller.START + SlotFiller.END + "page")));
            HttpRequest request = HttpRequest.newBuilder(suite.at("/page")).build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body()).isEqualTo("page");

            byte[] notices = NoticeJson.write(List.of(VariantsTest.notice(1, "fr", "opt_in", "v1")));
            suite.consent.at("/internal/notices", (_, answer) -> answer.sendByteArray(Mono.just(notices)));

            Awaitility.await().untilAsserted(
                    () -> assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
                            .isEqualTo("fr opt_in 1page"));
            assertThat(suite.consent.askedAt("/internal/notices").getLast().headers().get("Authorization"))
                    .startsWith("Bearer ");
            Awaitility.await().until(() -> Files.exists(suite.data.resolve("notices.json")));
        }
    }
}
