package news.kiosque.standalone.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class EditionTest {

    static Stream<Edition> editions() {
        return DemoEdition.NAMES.stream().map(Edition::read);
    }

    @Test
    void hasTwentyFiveArticlesInFrenchAndSixInEnglish() {
        assertThat(Edition.read("fr").articles()).hasSize(25);
        assertThat(Edition.read("en").articles()).hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void plansEveryFileOnce(Edition edition) throws IOException {
        var planned = edition.articles().stream().map(DemoArticle::key).toList();
        assertThat(planned).allMatch(key -> key.matches("[a-z0-9]+(-[a-z0-9]+)*")).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(filesOf(edition));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void hasParentsBeforeTheirSubsections(Edition edition) {
        var seen = new HashSet<String>();
        for (var section : edition.sections()) {
            var slash = section.path().lastIndexOf('/');
            assertThat(slash < 0 || seen.contains(section.path().substring(0, slash))).as(section.path()).isTrue();
            seen.add(section.path());
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void hasArticlesInEverySection(Edition edition) {
        assertThat(edition.articles()).extracting(DemoArticle::section)
                .hasSameElementsAs(edition.sections().stream().map(Edition.Section::path).toList());
    }

    @ParameterizedTest
    @MethodSource("editions")
    void recommendsOnlyWhatWasPublishedBefore(Edition edition) {
        var published = new HashSet<String>();
        for (var article : edition.articles()) {
            assertThat(published).as(article.key()).containsAll(article.readAlso());
            published.add(article.key());
        }
        assertThat(edition.articles()).filteredOn(article -> !article.readAlso().isEmpty()).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void showsPicturesThatExistWithAltCaptionAndCredit(Edition edition) {
        for (var article : edition.articles()) {
            assertThat(article.pictures()).as(article.key()).hasSize(1).isSubsetOf(DemoPictures.names());
        }
        assertThat(blocks(edition, "image")).allSatisfy(image -> {
            assertThat((String) image.get("alt")).hasSizeBetween(30, 160);
            assertThat((String) image.get("caption")).hasSizeBetween(20, 200);
            assertThat((String) image.get("credit")).contains("Kiosque");
        });
    }

    @ParameterizedTest
    @MethodSource("editions")
    void isShortToRead(Edition edition) {
        for (var article : edition.articles()) {
            assertThat(words(article)).as(article.key()).isBetween(150, 350);
            assertThat(article.headline()).as(article.key()).hasSizeLessThan(100);
            assertThat(article.standfirst()).as(article.key()).hasSizeBetween(60, 220);
            assertThat(article.tags()).as(article.key()).hasSizeBetween(2, 5).doesNotHaveDuplicates();
            assertThat(article.authors()).as(article.key()).hasSizeBetween(1, 2).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void isSetWithCurlyApostrophes(Edition edition) {
        assertThat(sentences(edition)).noneMatch(sentence -> sentence.contains("'"));
    }

    @Test
    void keepsFrenchPunctuationOnItsLine() {
        assertThat(sentences(Edition.read("fr"))).noneMatch(sentence -> sentence.matches("(?s).* [:;!?»%].*"))
                .noneMatch(sentence -> sentence.contains("« "))
                .noneMatch(sentence -> sentence.matches("(?s).*\\p{L}[!?;].*"));
    }

    @Test
    void embedsVideosFromHttpsOnly() {
        var videos = editions().flatMap(edition -> blocks(edition, "video").stream()).toList();
        assertThat(videos).hasSizeGreaterThanOrEqualTo(2).allSatisfy(video -> {
            assertThat((String) video.get("url")).startsWith("https://");
            assertThat((String) video.get("title")).isNotBlank();
        });
    }

    @Test
    void spellsTheSamePresidentInTwoWays() {
        var texts = Edition.read("fr").articles().stream().map(article -> article.body().toString()).toList();
        assertThat(texts).filteredOn(text -> text.contains("Loukachenko")).hasSizeGreaterThan(3);
        assertThat(texts).filteredOn(text -> text.contains("Lukashenko")).hasSize(1);
    }

    private static List<String> filesOf(Edition edition) throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/demo", edition.name()))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".md"))
                    .map(name -> name.substring(0, name.length() - 3)).toList();
        }
    }

    private static List<Map<String, Object>> blocks(Edition edition, String type) {
        return edition.articles().stream().flatMap(article -> article.body().stream())
                .filter(block -> block.get("type").equals(type)).toList();
    }

    private static List<String> sentences(Edition edition) {
        return edition.articles().stream()
                .flatMap(article -> Stream.concat(
                        Stream.of(article.headline(), article.standfirst(), article.tags().toString()),
                        article.body().stream().filter(block -> !block.get("type").equals("read-also"))
                                .flatMap(EditionTest::sentences)))
                .toList();
    }

    private static Stream<String> sentences(Map<String, Object> block) {
        return block.entrySet().stream().filter(part -> !List.of("url", "media", "ordered").contains(part.getKey()))
                .flatMap(part -> part.getValue() instanceof List<?> items ? items.stream() : Stream.of(part.getValue()))
                .map(String.class::cast);
    }

    private static int words(DemoArticle article) {
        return article.body().stream().filter(block -> !block.get("type").equals("read-also"))
                .flatMap(EditionTest::sentences).mapToInt(text -> text.split("[\\s\\u00a0\\u202f]+").length).sum();
    }
}
