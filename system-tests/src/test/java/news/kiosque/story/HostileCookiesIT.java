package news.kiosque.story;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Cookies that are forged, cut, planted or far too many keep nobody from reading and from choosing. */
class HostileCookiesIT {
    private static final List<String> WRONG = List.of("cs=", "cs", ";;=;", "cs=%zz; csid=%00", "cs=\"v1.k.1.f.9.x\"",
            "cs=v1.k1.1.f.99999999999." + "A".repeat(43), "cs=v1.k1.1.f", "cs=" + "v1.".repeat(1_000),
            "csid=" + "A".repeat(22),
            "csid=" + "A".repeat(21), "csid=../../etc/passwd", "cs=v1; cs=v2; csid=a; csid=b",
            "other=" + "x".repeat(9_000));
    private static final String TOO_LARGE = "other=" + "x".repeat(40_000);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Suite suite = Suite.running();

    @Test
    void areNoChoiceAndHinderNone() throws Exception {
        String version = Jsoup.parse(send(get("/"), "a=b").body()).selectFirst("#consent input[name=notice]").val();
        for (String cookies : WRONG) {
            assertThat(send(get("/"), cookies).body()).as(cookies).contains("id=\"consent\"");
            assertThat(send(get("/choix"), cookies).statusCode()).as(cookies).isEqualTo(200);
            HttpResponse<String> chosen = send(request("/choix/v1/decisions")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("choice=refuse&notice=" + version)), cookies);
            assertThat(chosen.statusCode()).as(cookies).isEqualTo(303);
            assertThat(chosen.headers().allValues("set-cookie")).as(cookies)
                    .anyMatch(cookie -> cookie.matches("csid=[A-Za-z0-9_-]{22};.*HTTPOnly.*"))
                    .noneMatch(cookie -> cookie.startsWith("csid=AAAAAA"));
        }
    }

    @Test
    void areRefusedWhereTheyAreLargerThanAnyHead() throws Exception {
        assertThat(send(get("/"), TOO_LARGE).statusCode()).isEqualTo(431);
        assertThat(send(get("/choix"), TOO_LARGE).statusCode()).isEqualTo(431);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(suite.address().resolve(path)).timeout(Duration.ofSeconds(30));
    }

    private HttpRequest.Builder get(String path) {
        return request(path).GET();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String cookies)
            throws IOException, InterruptedException {
        return http.send(request.header("Cookie", cookies).build(), BodyHandlers.ofString());
    }
}
