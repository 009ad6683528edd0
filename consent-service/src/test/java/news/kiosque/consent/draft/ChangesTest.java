package news.kiosque.consent.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import news.kiosque.consent.notice.Notice.CookieTerms;
import news.kiosque.consent.notice.Notice.Terms;
import news.kiosque.consent.notice.Notice.Vendor;
import news.kiosque.consent.notice.ShippedNotice;
import news.kiosque.consent.notice.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChangesTest {
    static final Wording SHIPPED = Wording.of(ShippedNotice.read());
    private static final Map<String, String> USE = Map.of("fr", "x", "en", "x");

    @Test
    void nothingIsChangedByNothing() {
        assertThat(Changes.between(SHIPPED, SHIPPED)).isEmpty();
    }

    @Test
    void whatAddsToTheAgreementIsMaterial() {
        assertMaterial(with(1, terms -> terms(terms, plus(terms.vendors(), new Vendor("Acme", "https://acme.example")),
                terms.cookies())), "audience, recipient Acme");
        assertMaterial(with(1, terms -> terms(terms, terms.vendors(),
                plus(terms.cookies(), new CookieTerms("x", "acme.example", 1, USE)))),
                "audience, cookie x of acme.example");
        assertMaterial(with(1, terms -> terms(terms, terms.vendors(),
                List.of(new CookieTerms("ka", "site", 183, terms.cookies().getFirst().use())))),
                "audience, cookie ka of site, life");
        Wording fewer = new Wording(SHIPPED.purposes().subList(0, 4), SHIPPED.words());
        assertThat(Changes.between(fewer, SHIPPED)).filteredOn(Change::material).extracting(Change::where)
                .contains("embeds");
    }

    @Test
    void whatTakesAwayOrOnlySpeaksOtherwiseIsEditorial() {
        Wording fewer = new Wording(SHIPPED.purposes().subList(0, 4), SHIPPED.words());
        Wording shorter = with(1, terms -> terms(terms, terms.vendors(),
                List.of(new CookieTerms("ka", "site", 30, terms.cookies().getFirst().use()))));

        for (Wording editorial : List.of(fewer, shorter, withText("fr", "accept", "J’accepte"))) {
            assertThat(Changes.between(SHIPPED, editorial)).isNotEmpty().noneMatch(Change::material);
        }
        assertThat(Changes.between(SHIPPED, withText("fr", "accept", "J’accepte")))
                .containsExactly(new Change("text accept (fr)", "Accepter", "J’accepte", false));
    }

    @ParameterizedTest
    @CsvSource({"1,2", "9,10", "2026-11,2026-12", "v,v-2", "a1b,a1b-2"})
    void aVersionIsFollowedByTheNext(String version, String next) {
        assertThat(NoticeDesk.after(version)).isEqualTo(next);
    }

    static Wording withText(String language, String key, String text) {
        Map<String, String> words = new HashMap<>(SHIPPED.words().get(language).all());
        words.put(key, text);
        Map<String, Words> all = new HashMap<>(SHIPPED.words());
        all.put(language, new Words(words));
        return new Wording(SHIPPED.purposes(), all);
    }

    static Wording with(int purpose, UnaryOperator<Terms> change) {
        List<Terms> purposes = new ArrayList<>(SHIPPED.purposes());
        purposes.set(purpose, change.apply(purposes.get(purpose)));
        return new Wording(purposes, SHIPPED.words());
    }

    static Terms terms(Terms terms, List<Vendor> vendors, List<CookieTerms> cookies) {
        return new Terms(terms.id(), terms.name(), terms.explanation(), vendors, cookies);
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }

    private static void assertMaterial(Wording after, String where) {
        assertThat(Changes.between(SHIPPED, after)).filteredOn(Change::material).extracting(Change::where)
                .containsExactly(where);
    }
}
