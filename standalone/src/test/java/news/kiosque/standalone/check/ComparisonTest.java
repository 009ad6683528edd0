package news.kiosque.standalone.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import news.kiosque.events.Order;
import news.kiosque.standalone.check.Traces.Indexed;
import news.kiosque.standalone.check.Traces.Kept;
import news.kiosque.standalone.check.Traces.Listed;
import news.kiosque.standalone.check.Traces.State;
import news.kiosque.standalone.check.Traces.Stored;
import news.kiosque.standalone.check.Traces.Told;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTest {
    private static final Order FIRST = new Order(0, 1);
    private static final Order SECOND = new Order(0, 2);

    private final Map<String, Traces> articles = new LinkedHashMap<>();

    @Test
    void findsNothingWhereAllAgree() {
        live("a", "b");
        live("b", "a");
        withdrawn("c");
        traces("draft").stored = stored(State.draft, Order.NONE, null);
        traces("erased").listed = new Listed(SECOND, "none", List.of());
        assertThat(differences()).isEmpty();
    }

    @Test
    void findsWhatWasNeverTold() {
        live("a");
        traces("a").told = null;
        assertThat(differences()).anyMatch(one -> one.startsWith("kiosque.article a has no record of it"));
    }

    @Test
    void findsAnOldStateOnTheTopic() {
        live("a");
        traces("a").told = new Told(FIRST, "text");
        assertThat(differences()).anyMatch(one -> one.startsWith("kiosque.article a is at"));
    }

    @Test
    void findsAnotherTextAtTheSameOrder() {
        live("a");
        traces("a").told = new Told(SECOND, "another text");
        assertThat(differences())
                .containsExactly("kiosque.article a says something else than the store at the same order");
    }

    @Test
    void findsAWithdrawnArticleThatKafkaHoldsLive() {
        withdrawn("a");
        traces("a").told = new Told(SECOND, "text");
        assertThat(differences()).contains("kiosque.article a says that it is live; in the store it is withdrawn");
    }

    @Test
    void findsAnArticleThatOnlyKafkaKnows() {
        live("a");
        traces("a").stored = null;
        assertThat(differences()).contains("kiosque.article a tells of an article that the store does not have");
    }

    @Test
    void findsWhatTheIndexLacksOrKeepsTooLong() {
        live("lacks");
        traces("lacks").indexed = null;
        withdrawn("keeps");
        traces("keeps").indexed = new Indexed(true, FIRST);
        live("late");
        traces("late").indexed = new Indexed(true, FIRST);
        assertThat(differences()).containsExactly("index lacks does not have it",
                "index keeps finds it though it was withdrawn",
                "index late is at Order[epoch=0, number=1], kiosque.article at Order[epoch=0, number=2]");
    }

    @Test
    void findsAListThatNamesAWithdrawnOrUnknownArticle() {
        live("a", "gone", "nobody");
        withdrawn("gone");
        assertThat(differences()).containsExactly("kiosque.related a has a list that names gone, which is not live",
                "kiosque.related a has a list that names nobody, which is not live");
    }

    @Test
    void findsAnArticleWithoutAListAndAListThatTheStoreDoesNotKeep() {
        live("a");
        traces("a").listed = null;
        live("b");
        traces("b").listed = new Listed(new Order(0, 3), "another list", List.of());
        assertThat(differences()).contains("kiosque.related a has no list for it")
                .anyMatch(one -> one.startsWith("kept list b is at"));
    }

    private void live(String id, String... related) {
        var traces = traces(id);
        var list = String.join(",", related);
        traces.stored = stored(State.live, SECOND, new Kept(SECOND, list));
        traces.told = new Told(SECOND, "text");
        traces.indexed = new Indexed(true, SECOND);
        traces.listed = new Listed(SECOND, list, List.of(related));
    }

    private void withdrawn(String id) {
        var traces = traces(id);
        traces.stored = stored(State.withdrawn, SECOND, null);
        traces.told = new Told(SECOND, null);
        traces.indexed = new Indexed(false, SECOND);
    }

    private static Stored stored(State state, Order order, Kept related) {
        return new Stored("fr", state, "/monde/titre", Instant.EPOCH, order, state == State.live ? "text" : null, false,
                related);
    }

    private Traces traces(String id) {
        return articles.computeIfAbsent(id, any -> new Traces());
    }

    private List<String> differences() {
        var found = new ArrayList<String>();
        new Comparison(articles, one -> found.add(one.between() + " " + one.article() + " " + one.what())).compare();
        return found;
    }
}
