package news.kiosque.consent.draft;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import news.kiosque.consent.notice.Notice.CookieTerms;
import news.kiosque.consent.notice.Notice.Terms;
import news.kiosque.consent.notice.Notice.Vendor;
import news.kiosque.consent.notice.Words;
import org.junit.jupiter.api.Test;

import static news.kiosque.consent.draft.ChangesTest.SHIPPED;
import static news.kiosque.consent.draft.ChangesTest.terms;
import static news.kiosque.consent.draft.ChangesTest.with;
import static org.assertj.core.api.Assertions.assertThat;

class WordingCheckTest {
    private static final Map<String, String> USE = Map.of("fr", "x", "en", "x");

    @Test
    void takesTheNoticeThatComesWithKiosque() {
        assertThat(WordingCheck.of(SHIPPED)).isEmpty();
        assertThat(WordingCheck.of(new Wording(SHIPPED.purposes().subList(0, 2), SHIPPED.words()))).isEmpty();
    }

    @Test
    void wantsEveryTextInEveryLanguage() {
        assertThat(pointers(ChangesTest.withText("en", "refuse", " "))).containsExactly("/words/en/refuse");
        assertThat(pointers(ChangesTest.withText("fr", "unknown", "x"))).containsExactly("/words/fr/unknown");
        assertThat(pointers(new Wording(SHIPPED.purposes(), Map.of("fr", SHIPPED.words().get("fr")))))
                .containsExactly("/words");
        Map<String, Words> more = new HashMap<>(SHIPPED.words());
        more.put("de", SHIPPED.words().get("en"));
        assertThat(pointers(new Wording(SHIPPED.purposes(), more))).containsExactly("/words");
        assertThat(pointers(new Wording(null, null))).containsExactly("/words", "/purposes");
        assertThat(pointers(with(1, terms -> new Terms("audience", Map.of("fr", "x"), null, List.of(), List.of()))))
                .containsExactly("/purposes/1/name", "/purposes/1/explanation");
    }

    @Test
    void wantsOnlyPurposesThatAReaderCanRefuse() {
        assertThat(pointers(with(0, terms -> SHIPPED.purposes().get(1)))).containsExactly("/purposes");
        assertThat(pointers(with(1, terms -> new Terms("spying", USE, USE, List.of(), List.of()))))
                .containsExactly("/purposes/1/id");
        assertThat(pointers(with(1, terms -> SHIPPED.purposes().get(2)))).containsExactly("/purposes/2/id");
        assertThat(pointers(new Wording(Arrays.asList(SHIPPED.purposes().getFirst(), null), SHIPPED.words())))
                .containsExactly("/purposes");
    }

    @Test
    void wantsRecipientsAndCookiesNamedInFull() {
        assertThat(pointers(with(1, terms -> terms(terms, List.of(new Vendor("", "javascript:alert(1)")),
                List.of(new CookieTerms("a b", "https://x", 401, USE))))))
                .containsExactly("/purposes/1/vendors/0/name", "/purposes/1/vendors/0/policy",
                        "/purposes/1/cookies/0/name", "/purposes/1/cookies/0/host", "/purposes/1/cookies/0/days");
        assertThat(pointers(with(1, terms -> terms(terms, null, Arrays.asList((CookieTerms) null)))))
                .containsExactly("/purposes/1/vendors", "/purposes/1/cookies");
        assertThat(pointers(with(0, terms -> terms(terms, List.of(), List.of())))).containsExactly(
                "/purposes/0/cookies");
    }

    private static List<String> pointers(Wording wording) {
        return WordingCheck.of(wording).stream().map(Fault::pointer).toList();
    }
}
