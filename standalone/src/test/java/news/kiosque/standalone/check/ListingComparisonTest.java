package news.kiosque.standalone.check;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

import news.kiosque.events.Order;
import news.kiosque.standalone.check.Traces.State;
import news.kiosque.standalone.check.Traces.Stored;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ListingComparisonTest {
    private final Map<String, Traces> articles = new HashMap<>();
    private final List<String> found = new ArrayList<>();
    private final ListingComparison comparison = new ListingComparison(articles,
            one -> found.add(one.between() + " " + one.article() + " " + one.what()));

    @Test
    void wantsTheNewestInAFeedAndNothingElse() {
        for (int i = 0; i < 30; i++) {
            article("fr", "/monde/" + i, State.live, i);
        }
        article("en", "/en/world/newest", State.live, 100);
        article("fr", "/monde/gone", State.withdrawn, 101);
        var feed = new ArrayList<String>();
        for (int i = 29; i >= 5; i--) {
            feed.add("/monde/" + i);
        }
        comparison.feed("fr", feed);
        assertThat(found).isEmpty();
        feed.set(0, "/monde/gone");
        comparison.feed("fr", feed);
        assertThat(found).containsExactly("feed of fr /monde/29 does not name this page",
                "feed of fr /monde/gone names this page and should not");
    }

    @Test
    void wantsEveryLiveArticleInTheSitemap() {
        article("fr", "/monde/un", State.live, 1);
        article("fr", "/monde/deux", State.live, 2);
        comparison.sitemap(List.of("/", "/monde/", "/monde/un", "/monde/trois"));
        assertThat(found).containsExactly("sitemap /monde/deux does not name this page",
                "sitemap /monde/trois names this page and should not");
    }

    @Test
    void readsThePathsOutOfXml() throws XMLStreamException {
        var xml = "<rss><channel><link>https://news.example/</link><item><title>A</title>"
                + "<link>https://news.example/monde/a?x=1</link></item></channel></rss>";
        assertThat(Listings.paths(XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(xml)), "item",
                "link")).containsExactly("/monde/a");
    }

    private void article(String edition, String url, State state, long published) {
        var traces = new Traces();
        traces.stored = new Stored(edition, state, url, Instant.ofEpochSecond(published), new Order(0, 1), null, false,
                null);
        articles.put(url, traces);
    }
}
