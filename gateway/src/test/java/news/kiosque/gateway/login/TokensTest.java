package news.kiosque.gateway.login;

import java.time.Duration;
import java.time.Instant;

import news.kiosque.platform.token.KeyFolder;
import news.kiosque.platform.token.Tokens;
import news.kiosque.testkit.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class TokensTest {
    private static final KeyFolder KEYS = new KeyFolder(TestKeys.folder());

    private final EditorTokens editors = new EditorTokens(Tokens.loginVerifier(KEYS.loginPublic()));
    private Instant now = Instant.now();
    private final ServiceTokens services = new ServiceTokens(new GatewaySignature(KEYS.servicePrivate()),
            () -> now);

    @Test
    void knowsTheEditorOfAValidToken() {
        String token = TestKeys.loginToken("anne", "editor", Duration.ofMinutes(5));

        StepVerifier.create(editors.read("bearer " + token)).expectNext(new Editor("anne", "editor")).verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic YTpi", "Bearer", "Bearer ", "Bearer x", "Bearer a.b.c",
            "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIiwicm9sZSI6ImFkbWluaXN0cmF0b3IifQ."})
    void turnsAwayWhatIsNoToken(String authorization) {
        refused(authorization);
    }

    @Test
    void turnsAwayForgedExpiredAndForeignTokens() {
        refused("Bearer " + TestKeys.forgedToken(Tokens.LOGIN_ISSUER, Tokens.LOGIN_AUDIENCE, "editor"));
        refused("Bearer " + TestKeys.loginToken("anne", "editor", Duration.ofMinutes(-5)));
        refused("Bearer " + TestKeys.serviceToken("kiosque", "anne", "editor"));
        refused("Bearer " + "x".repeat(10_000));
        refused(null);
    }

    @Test
    void signsForOneServiceWhatThatServiceAccepts() {
        String token = services.of(new Editor("anne", "reporter"), "article-service");

        StepVerifier.create(Tokens.serviceVerifier(KEYS.servicePublic(), "article-service").decode(token))
                .assertNext(jwt -> {
                    assertThat(jwt.getSubject()).isEqualTo("anne");
                    assertThat(jwt.getClaimAsString("role")).isEqualTo("reporter");
                    assertThat(Duration.between(jwt.getIssuedAt(), jwt.getExpiresAt())).hasSeconds(60);
                }).verifyComplete();
        StepVerifier.create(Tokens.serviceVerifier(KEYS.servicePublic(), "consent-service").decode(token))
                .verifyError();
    }

    @Test
    void signsAnewOnlyWhenSomethingDiffersOrTimeHasPassed() {
        Editor anne = new Editor("anne", "editor");
        String first = services.of(anne, "article-service");

        now = now.plusSeconds(19);
        assertThat(services.of(anne, "article-service")).isEqualTo(first);
        assertThat(services.of(new Editor("anne", "reporter"), "article-service")).isNotEqualTo(first);
        assertThat(services.of(anne, "consent-service")).isNotEqualTo(first);
        now = now.plusSeconds(2);
        assertThat(services.of(anne, "article-service")).isNotEqualTo(first);
    }

    private void refused(String authorization) {
        StepVerifier.create(editors.read(authorization)).expectErrorSatisfies(error -> assertThat(error)
                .isInstanceOfSatisfying(NotSignedIn.class, not -> assertThat(
                        not.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE)).startsWith("Bearer")))
                .verify();
    }
}
