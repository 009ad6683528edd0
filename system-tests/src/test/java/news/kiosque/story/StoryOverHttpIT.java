package news.kiosque.story;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import news.kiosque.story.Newsroom.Answer;
import news.kiosque.story.Reader.Page;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One article's way from an editor's POST to a reader's page and away again. */
class StoryOverHttpIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Suite suite = Suite.running();
    private final Newsroom newsroom = new Newsroom(suite);
    private final Reader reader = new Reader(suite.address());

    @AfterEach
    void tidy() {
        newsroom.tidy();
    }

    @ParameterizedTest
    @EnumSource
    void anArticleIsPublishedFoundCorrectedAndWithdrawn(Tale tale) {
        noticeIsThere(tale);
        Answer oldest = newsroom.published(tale.oldest());
        Answer older = newsroom.published(tale.older());
        Answer article = newsroom.published(tale.soldiers(newsroom.picture(Picture.png()), oldest.id()));

        seesTheWholePage(tale, article, oldest);
        seesRelatedArticlesBothWays(article, older, oldest);
        seesItInListsAndFeed(tale, article);
        Answer corrected = correctsIt(tale, article);
        withdrawsIt(tale, corrected, older, oldest);
    }

    private void seesTheWholePage(Tale tale, Answer article, Answer picked) {
        assertThat(article.url()).startsWith(tale.prefix + "/" + tale.section + "/");
        Page page = reader.open(article.url());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().selectFirst("html").attr("lang")).isEqualTo(tale.edition);
        assertThat(page.html().select("#consent")).isNotEmpty();
        assertThat(ValidHtml.complaints(page.response().body())).isEmpty();
        assertThat(page.text("nav[aria-label] :is(ol, ul, p)"))
                .contains(tale.home + " » " + tale.sectionName + " » " + tale.headline);
        assertThat(page.text("h1")).startsWith(tale.headline).endsWith(tale.videoLabel);
        assertThat(page.text("article")).contains(tale.by + "Ada Morel");
        assertThat(page.text("figcaption")).contains("Un convoi, en hiver.").contains("Kiosque");
        assertThat(page.text("#read-also")).contains(tale.readAlso);
        assertThat(page.links("#read-also")).contains(picked.url());
        assertThat(page.response().headers().firstValue("Surrogate-Key").orElse(""))
                .contains("article/" + article.id());
    }

    private void seesRelatedArticlesBothWays(Answer article, Answer older, Answer oldest) {
        await("its own list").atMost(SOON)
                .untilAsserted(() -> assertThat(reader.open(article.url()).links("#related")).contains(older.url()));
        for (Answer other : List.of(older, oldest)) {
            await("the list of an older one").atMost(SOON).untilAsserted(
                    () -> assertThat(reader.open(other.url()).links("#related")).contains(article.url()));
        }
    }

    private void seesItInListsAndFeed(Tale tale, Answer article) {
        assertThat(reader.open(tale.prefix + "/").links("main")).contains(article.url());
        assertThat(reader.open(tale.prefix + "/" + tale.section + "/").links("main")).contains(article.url());
        assertThat(reader.open(tale.prefix + "/feed.xml").response().body()).contains(article.url());
    }

    private Answer correctsIt(Tale tale, Answer article) {
        Answer changed = newsroom.revise(newsroom.get(article.id()), tale.correction());
        assertThat(reader.open(article.url()).html().text()).doesNotContain(Tale.CORRECTED);

        Answer published = newsroom.publish(changed);

        await().atMost(SOON).untilAsserted(
                () -> assertThat(reader.open(article.url()).html().text()).contains(Tale.CORRECTED));
        return published;
    }

    private void withdrawsIt(Tale tale, Answer article, Answer older, Answer oldest) {
        newsroom.withdraw(article, "Source démentie");

        await().atMost(SOON).until(() -> reader.status(article.url()) == 410);
        for (String list : List.of(tale.prefix + "/", tale.prefix + "/" + tale.section + "/",
                tale.prefix + "/feed.xml")) {
            assertThat(reader.open(list).response().body()).as(list).doesNotContain(article.url());
        }
        for (Answer other : List.of(older, oldest)) {
            await("no list names it").atMost(SOON).untilAsserted(
                    () -> assertThat(reader.open(other.url()).response().body()).doesNotContain(article.url()));
            await("nor any computed one").atMost(SOON)
                    .untilAsserted(() -> assertThat(newsroom
                            .send("GET", "/api/v1/articles/" + other.id() + "/related", "", Map.of()).body())
                            .doesNotContain(article.id()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReaderWithoutJavaScriptRefusesWithOneClick(Tale tale) {
        Page before = new Reader(suite.address()).open(tale.prefix + "/");
        noticeIsThere(tale);
        assertThat(before.response().headers().allValues("Set-Cookie")).isEmpty();

        Page page = reader.open(tale.prefix + "/");
        Element refuse = page.html().select("#consent button").stream()
                .filter(button -> button.text().contains(tale.refuse)).findFirst().orElseThrow();
        Page after = reader.press(page, refuse);

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.response().uri().getPath()).isEqualTo(tale.prefix + "/");
        assertThat(after.html().select("#consent")).isEmpty();
        assertThat(reader.cookieNames()).containsExactly("cs", "csid");
        assertThat(reader.open("/choix/v1/decisions/current").response().body()).contains("refuse");
    }

    private void noticeIsThere(Tale tale) {
        await("the notice").atMost(SOON)
                .untilAsserted(() -> assertThat(reader.open(tale.prefix + "/").html().select("#consent")).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void aPageThatHasNotChangedIsNotSentAgain(Tale tale) {
        Page first = reader.open(tale.prefix + "/");
        String etag = first.response().headers().firstValue("ETag").orElseThrow();

        var request = HttpRequest.newBuilder(suite.address().resolve(tale.prefix + "/"))
                .header("If-None-Match", etag).build();

        assertThat(newsroom.exchange(request).statusCode()).isEqualTo(304);
    }
}
