package news.kiosque.consent.bureau;

import news.kiosque.consent.draft.Wording;
import news.kiosque.consent.notice.Notice.CookieTerms;
import news.kiosque.consent.notice.ShippedNotice;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

class NoticeFormTest {
    private static final Wording SHIPPED = Wording.of(ShippedNotice.read());

    @Test
    void readsBackWhatItShows() {
        assertThat(NoticeForm.read(FilledForm.of(SHIPPED))).isEqualTo(SHIPPED);
    }

    @Test
    void leavesOutAPurposeThatIsNotAskedFor() {
        MultiValueMap<String, String> form = FilledForm.of(SHIPPED);
        form.get("purpose").remove("advertising");

        assertThat(NoticeForm.read(form).purposes()).hasSize(4).extracting(terms -> terms.id())
                .doesNotContain("advertising");
    }

    @Test
    void takesHalfALineForWhatItIs() {
        MultiValueMap<String, String> form = FilledForm.of(SHIPPED);
        form.set("audience.cookies", "ka | site | soon\n\n|");

        assertThat(NoticeForm.read(form).purposes().get(1).cookies()).extracting(CookieTerms::days)
                .containsExactly(-1, -1);
        assertThat(NoticeForm.read(new LinkedMultiValueMap<>()).words()).isEmpty();
    }
}
