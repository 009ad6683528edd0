package news.kiosque.articles.article;

import java.time.Instant;
import java.util.List;

import news.kiosque.articles.article.Article.State;
import news.kiosque.articles.edition.Edition;
import news.kiosque.events.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArticleTest {
    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Article draft = Article.drafted("a1", Edition.fr, content("Titre", null), MORNING);
    private final Article live = draft.published("/monde/titre", "anne", MORNING);

    @Test
    void isReadByNobodyAsADraft() {
        assertThat(draft.live()).isNull();
        assertThat(draft.order()).isEqualTo(Order.NONE);
        assertThat(draft.rev()).isEqualTo(1);
    }

    @Test
    void keepsWhatIsLiveWhileItsWorkingCopyChanges() {
        Article saved = live.saved(content("Autre titre", null), NOON);

        assertThat(saved.live()).isEqualTo(live.live());
        assertThat(saved.draft().headline()).isEqualTo("Autre titre");
        assertThat(saved.rev()).isEqualTo(live.rev() + 1);
        assertThat(saved.order()).isEqualTo(live.order());
    }

    @Test
    void keepsTheTimeOfItsFirstPublication() {
        Article again = live.published("/monde/titre", "anne", NOON);

        assertThat(again.publishedAt()).isEqualTo(MORNING);
        assertThat(again.modifiedAt()).isEqualTo(NOON);
        assertThat(again.order()).isEqualTo(new Order(0, 2));
    }

    @Test
    void countsARevisionForACorrection() {
        Article corrected = live.corrected("/monde/titre", "anne", "Un nom.", NOON);

        assertThat(corrected.corrections()).containsExactly(new Correction("Un nom.", NOON));
        assertThat(corrected.rev()).isEqualTo(live.rev() + 1);
    }

    @Test
    void hasNothingToReadOnceItIsWithdrawn() {
        Article withdrawn = live.withdrawn("Faux.", false, NOON);

        assertThat(withdrawn.state()).isEqualTo(State.WITHDRAWN);
        assertThat(withdrawn.live()).isNull();
        assertThat(withdrawn.order()).isEqualTo(new Order(0, 2));
        assertThat(withdrawn.published("/monde/titre", "anne", NOON).withdrawal()).isNull();
    }

    @Test
    void neverComesBackOnceItIsKilled() {
        Article killed = live.withdrawn("Faux.", false, NOON).withdrawn("Diffamation.", true, NOON);

        assertThatThrownBy(() -> killed.published("/monde/titre", "anne", NOON)).isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> killed.saved(content("x", null), NOON)).isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> killed.withdrawn("x", true, NOON)).isInstanceOf(IllegalMove.class);
    }

    @Test
    void waitsForTheEndOfItsEmbargo() {
        Article embargoed = Article.drafted("a1", Edition.fr, content("Titre", NOON), MORNING);

        assertThatThrownBy(() -> embargoed.published("/monde/titre", "anne", NOON.minusMillis(1)))
                .isInstanceOf(IllegalMove.class);
        assertThat(embargoed.published("/monde/titre", "anne", NOON).state()).isEqualTo(State.LIVE);
    }

    @Test
    void cannotBeWithdrawnBeforeItWasPublished() {
        assertThatThrownBy(() -> draft.withdrawn("x", false, NOON)).isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> draft.withdrawn("x", true, NOON)).isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> draft.corrected("/x", "anne", "x", NOON)).isInstanceOf(IllegalMove.class);
    }

    private static Content content(String headline, Instant notBefore) {
        return new Content("monde", headline, "", "fr", List.of(), List.of(), List.of(), null, notBefore, null);
    }
}
