package news.kiosque.gateway.login;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import news.kiosque.gateway.Neighbour.Asked;
import news.kiosque.gateway.Suite;
import news.kiosque.platform.token.KeyFolder;
import news.kiosque.platform.token.Tokens;
import news.kiosque.testkit.TestKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class BureauIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String[] FROM_HERE = {"Sec-Fetch-Site", "same-origin"};
    private static Suite suite;

    @BeforeAll
    static void starts() {
        suite = new Suite(Map.of("kiosque.edge.address", "https://news.example"));
        suite.consent.at("/bureau/consent", (_, answer) -> answer.header("Cache-Control", "public, max-age=60")
                .header("Set-Cookie", "a=b").sendString(Mono.just("inside")));
    }

    @AfterAll
    static void stops() {
        suite.close();
        CLIENT.close();
    }

    @Test
    void anAdministratorSignsInLooksAndSignsOut() throws Exception {
        HttpResponse<String> in = signIn("administrator", "/bureau/consent");

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("location")).contains("/bureau/consent");
        String cookie = in.headers().firstValue("set-cookie").orElseThrow();
        assertThat(cookie).contains("Path=/bureau", "HTTPOnly", "Secure", "SameSite=Strict").containsPattern(
                "Max-Age=(29[0-9]|300);");

        HttpResponse<String> page = get("/bureau/consent", session(in));
        assertThat(page.body()).isEqualTo("inside");
        assertThat(page.headers().allValues("cache-control")).containsExactly("no-store");
        assertThat(page.headers().firstValue("set-cookie")).isEmpty();
        assertThat(get("/bureau", session(in)).body()).contains("Signed in as anne, administrator",
                "href=\"/bureau/consent\"");

        HttpResponse<String> out = post("/bureau/out", "", session(in), FROM_HERE);
        assertThat(out.headers().firstValue("set-cookie").orElse("")).startsWith("bureau=;").contains("Max-Age=0");
    }

    @Test
    void theServiceIsToldWhoAsksAndNeverTheSession() throws Exception {
        get("/bureau/consent", session(signIn("administrator", "")));

        Asked asked = suite.consent.askedAt("/bureau/consent").getLast();
        assertThat(asked.headers().get("Cookie")).isNull();
        StepVerifier
                .create(Tokens.serviceVerifier(new KeyFolder(TestKeys.folder()).servicePublic(), "consent-service")
                        .decode(asked.headers().get("Authorization").substring("Bearer ".length())))
                .assertNext(jwt -> assertThat(jwt.getSubject() + " " + jwt.getClaimAsString("role"))
                        .isEqualTo("anne administrator"))
                .verifyComplete();
    }

    @Test
    void whoHasNotSignedInIsShownTheDoorAndComesBackAfterwards() throws Exception {
        HttpResponse<String> away = get("/bureau/consent/notice", "");

        assertThat(away.statusCode()).isEqualTo(303);
        String door = away.headers().firstValue("location").orElseThrow();
        assertThat(door).isEqualTo("/bureau?to=/bureau/consent/notice");
        assertThat(get(door, "").body()).contains("value=\"/bureau/consent/notice\"");
        assertThat(post("/bureau/consent/x", "", "", FROM_HERE).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/bureau/../x", "/monde/", "/bureau/x?y=z"})
    void nobodyIsSentElsewhere(String to) throws Exception {
        assertThat(signIn("administrator", to).headers().firstValue("location")).contains("/bureau");
    }

    @Test
    void aRoomIsClosedToWhoMayNotBeThere() throws Exception {
        String editor = session(signIn("editor", ""));
        int before = suite.consent.askedAt("/bureau/consent").size();

        assertThat(get("/bureau/consent", editor).statusCode()).isEqualTo(403);
        assertThat(get("/bureau", editor).body()).contains("Needs the role administrator");
        assertThat(suite.consent.askedAt("/bureau/consent")).hasSize(before);
    }

    @Test
    void onlyATokenOfTheLoginOpensTheDoor() throws Exception {
        for (String token : new String[]{"", "x", TestKeys.loginToken("anne", "administrator", Duration.ofMinutes(-2)),
                TestKeys.forgedToken(Tokens.LOGIN_ISSUER, Tokens.LOGIN_AUDIENCE, "administrator"),
                TestKeys.serviceToken("bureau", "anne", "administrator"), "x".repeat(9_000)}) {
            HttpResponse<String> answer = post("/bureau/in", "token=" + token, "", FROM_HERE);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
            assertThat(answer.body()).contains("get a new one");
        }
    }

    @Test
    void aSessionIsNoTokenAndATokenIsNoSession() throws Exception {
        String session = session(signIn("administrator", ""));
        String token = TestKeys.loginToken("anne", "administrator", Duration.ofMinutes(5));

        HttpRequest api = HttpRequest.newBuilder(suite.at("/api/v1/articles"))
                .header("Authorization", "Bearer " + session.substring("bureau=".length())).build();
        assertThat(CLIENT.send(api, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        for (String forged : new String[]{"bureau=" + token, session + "x", "bureau=" + "y".repeat(5_000),
                "bureau=" + TestKeys.serviceToken("consent-service", "anne", "administrator")}) {
            assertThat(get("/bureau/consent", forged).statusCode()).as(forged).isEqualTo(303);
        }
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site,cross-site", "Sec-Fetch-Site,same-site", "Sec-Fetch-Site,none",
            "Origin,https://evil.example", "Origin,null", "Accept,text/html"})
    void nothingIsDoneForAnotherSite(String header, String value) throws Exception {
        String session = session(signIn("administrator", ""));

        for (String path : new String[]{"/bureau/in", "/bureau/out", "/bureau/consent"}) {
            HttpResponse<String> answer = post(path, "", session, header, value);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        }
    }

    @Test
    void aFormOfTheSitesOwnIsTakenWhereTheBrowserSaysOnlyItsOrigin() throws Exception {
        assertThat(post("/bureau/out", "", "", "Origin", "https://news.example").statusCode()).isEqualTo(303);
    }

    @Test
    void thereIsNothingElseBehindTheDoor() throws Exception {
        int before = suite.articles.asked().size();

        assertThat(get("/bureau/other", "").statusCode()).isEqualTo(404);
        assertThat(get("/bureau/consentx", "").statusCode()).isEqualTo(404);
        assertThat(suite.articles.asked()).hasSize(before);
    }

    private static HttpResponse<String> signIn(String role, String to) throws Exception {
        String token = TestKeys.loginToken("anne", role, Duration.ofMinutes(5));
        return post("/bureau/in", "token=+" + token + "%0A&to=" + URLEncoder.encode(to, StandardCharsets.UTF_8), "",
                FROM_HERE);
    }

    private static String session(HttpResponse<String> signedIn) {
        return signedIn.headers().firstValue("set-cookie").orElseThrow().split(";")[0];
    }

    private static HttpResponse<String> get(String path, String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(suite.at(path));
        return CLIENT.send((cookie.isEmpty() ? request : request.header("Cookie", cookie)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String form, String cookie, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(suite.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded").headers(headers)
                .POST(BodyPublishers.ofString(form));
        return CLIENT.send((cookie.isEmpty() ? request : request.header("Cookie", cookie)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
