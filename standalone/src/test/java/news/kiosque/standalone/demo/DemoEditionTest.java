package news.kiosque.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import news.kiosque.standalone.client.SuiteRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DemoEditionTest {

    private final StubNewsroom newsroom = new StubNewsroom();
    private final List<String> progress = new ArrayList<>();

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void postsAndPublishesEveryArticleInTheOrderOfThePlan() {
        load();

        assertThat(newsroom.published).hasSize(31).containsExactlyElementsOf(newsroom.articles.keySet());
        var headlines = newsroom.articles.values().stream().map(article -> article.get("headline")).toList();
        assertThat(headlines).containsExactlyElementsOf(DemoEdition.NAMES.stream()
                .flatMap(name -> Edition.read(name).articles().stream()).map(DemoArticle::headline).toList());
        assertThat(newsroom.sections).containsKeys("fr/monde/europe", "en/science").hasSize(11);
        assertThat(progress.getLast()).isEqualTo("Demo edition \"fr\": 25 of 25 articles");
    }

    @Test
    void refersToPicturesAndEarlierArticlesByTheirIds() {
        load();

        var earlier = new HashSet<String>();
        newsroom.articles.forEach((id, article) -> {
            for (var block : blocks(article)) {
                switch ((String) block.get("type")) {
                    case "image" -> assertThat(newsroom.media).containsKey((String) block.get("media"));
                    case "read-also" -> assertThat(earlier).containsAll(articles(block));
                    default -> assertThat(block).doesNotContainKeys("media", "articles");
                }
            }
            earlier.add(id);
        });
        assertThat(newsroom.media.values().stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)))
                .doesNotHaveDuplicates().hasSizeGreaterThan(13).isSubsetOf(DemoPictures.names());
    }

    @Test
    void doublesNothingWhenLoadedTwice() {
        load();
        var media = newsroom.media.size();

        load();

        assertThat(newsroom.articles).hasSize(31);
        assertThat(newsroom.published).hasSize(31).doesNotHaveDuplicates();
        assertThat(newsroom.sections).hasSize(11);
        assertThat(newsroom.media).hasSize(media);
    }

    @Test
    void goesOnWhereItWasCutShort() {
        load();
        var last = newsroom.published.removeLast();

        load();

        assertThat(newsroom.published).hasSize(31).endsWith(last);
    }

    @Test
    void comesBackWhenTheNewsroomIsBusy() {
        newsroom.timesTooBusy.set(5);

        load();

        assertThat(newsroom.published).hasSize(31);
    }

    @Test
    void saysWhatTheNewsroomAnsweredWhenItRefuses() {
        assertThatExceptionOfType(SuiteRefused.class)
                .isThrownBy(() -> DemoEdition.load(newsroom.address(), "nobody", progress::add))
                .withMessageContainingAll("/api/v1/sections", "401", "Who are you?");
    }

    private void load() {
        DemoEdition.load(newsroom.address(), StubNewsroom.TOKEN, progress::add,
                name -> name.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> blocks(Map<String, Object> article) {
        return (List<Map<String, Object>>) article.get("body");
    }

    @SuppressWarnings("unchecked")
    private static List<String> articles(Map<String, Object> block) {
        return (List<String>) block.get("articles");
    }
}
