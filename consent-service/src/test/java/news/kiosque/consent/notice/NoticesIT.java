package news.kiosque.consent.notice;

import java.util.List;
import java.util.Map;

import news.kiosque.consent.RunningConsentService;
import news.kiosque.consent.notice.Notice.CookieTerms;
import news.kiosque.events.NoticePublished;
import news.kiosque.events.Topics;
import news.kiosque.testkit.TestKeys;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class NoticesIT extends RunningConsentService {

    @Autowired
    private Notices notices;

    @BeforeEach
    void allIsStored() {
        Awaitility.await().until(() -> notices.published().size() == 6);
    }

    @Test
    void publishesEveryLanguageAndMode() {
        List<NoticePublished> events = read(Topics.NOTICE, all -> all.size() >= 6).stream()
                .map(record -> (NoticePublished) record.value()).toList();

        assertThat(events).extracting(NoticePublished::key).contains("fr.opt_in", "fr.opt_out", "fr.implied",
                "en.opt_in", "en.opt_out", "en.implied");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.scriptHash()).startsWith("sha256-");
            assertThat(event.html()).contains("id=\"consent\"", event.scriptHash());
        });
    }

    @Test
    void tellsGatewaysWithATokenWhatToShow() {
        String token = TestKeys.serviceToken("consent-service", "gateway", "administrator");

        http.get().uri("/internal/notices").exchange().expectStatus().isUnauthorized();
        List<NoticePublished> all = http.get().uri("/internal/notices").header("Authorization", "Bearer " + token)
                .exchange().expectStatus().isOk().expectBodyList(NoticePublished.class).hasSize(6).returnResult()
                .getResponseBody();
        assertThat(all).containsExactlyElementsOf(notices.published());
    }

    @Test
    void keepsItsOrderWhenNothingIsNewAndRaisesItWhenSomethingIs() {
        Notice before = notices.inForce();
        long order = shown("fr", Mode.OPT_IN).order().number();
        notices.publish(before).block();
        assertThat(shown("fr", Mode.OPT_IN).order().number()).isEqualTo(order);

        Notice edited = new Notice(before.version(), before.updated(), before.purposes(), before.words().entrySet()
                .stream().collect(java.util.stream.Collectors.toMap(java.util.Map.Entry::getKey, words -> {
                    var all = new java.util.HashMap<>(words.getValue().all());
                    all.put("readMore", "…");
                    return new Words(all);
                })));
        String asked = notices.textHash("fr", Mode.OPT_IN);
        notices.publish(edited).block();
        try {
            assertThat(shown("fr", Mode.OPT_IN).order().number()).isEqualTo(order + 1);
            assertThat(shown("fr", Mode.OPT_IN).version()).isEqualTo(before.version());
            assertThat(notices.asked(asked).block().html()).contains("En savoir plus");
            postJson("/choix/v1/decisions", "", "{\"notice\": \"1\", \"choice\": \"refuse\", \"text\": \"" + asked
                    + "\"}").expectStatus().isCreated();
        } finally {
            notices.publish(before).block();
        }
        read(Topics.NOTICE, all -> all.stream().map(record -> (NoticePublished) record.value())
                .anyMatch(event -> event.key().equals("fr.opt_in") && event.order().number() == order + 2));
    }

    @Test
    void aWithdrawalTakesAwayTheCookiesOfTheSitesWholeDomainToo() {
        Notice before = notices.inForce();
        List<CookieTerms> cookies = List.of(new CookieTerms("_own", CookieTerms.SITE, 1, Map.of()),
                new CookieTerms("_shared", "kiosque.example", 1, Map.of()),
                new CookieTerms("_foreign", "osque.example", 1, Map.of()),
                new CookieTerms("_below", "www.kiosque.example", 1, Map.of()));
        notices.publish(new Notice(before.version(), before.updated(), before.purposes().stream()
                .map(terms -> terms.id().equals("audience")
                        ? new Notice.Terms(terms.id(), terms.name(), terms.explanation(), List.of(), cookies)
                        : terms)
                .toList(), before.words())).block();
        try {
            var taken = postJson("/choix/v1/withdrawals", readerWho("accept"), "{}").expectStatus().isCreated()
                    .expectBody().returnResult().getResponseCookies();
            assertThat(taken.getFirst("_own").getMaxAge()).isZero();
            assertThat(taken.getFirst("_own").getDomain()).isNull();
            assertThat(taken.getFirst("_shared").getMaxAge()).isZero();
            assertThat(taken.getFirst("_shared").getDomain()).isEqualTo("kiosque.example");
            assertThat(taken).doesNotContainKeys("_foreign", "_below", "YSC");
        } finally {
            notices.publish(before).block();
        }
    }

    private NoticePublished shown(String language, Mode mode) {
        return notices.published(language, mode).orElseThrow();
    }
}
