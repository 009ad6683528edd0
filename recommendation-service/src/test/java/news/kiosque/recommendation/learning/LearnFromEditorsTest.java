package news.kiosque.recommendation.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import news.kiosque.events.Block;
import news.kiosque.events.Order;
import news.kiosque.events.PublicArticle;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.IndexFolder;
import news.kiosque.recommendation.index.LuceneIndex;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.index.Profiler;
import news.kiosque.recommendation.similarity.RelatedArticles;
import news.kiosque.recommendation.similarity.SimilaritySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A newsroom whose editors link what was said 25 days ago, and never the latest on the subject. */
class LearnFromEditorsTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private static final String[] WORDS = ("budget école quartier marché fleuve pont tramway parc musée stade piscine "
            + "mairie impôt voirie cantine théâtre logement gare hôpital caserne").split(" ");

    @TempDir
    Path data;
    private LuceneIndex index;

    @BeforeEach
    void open() throws IOException {
        index = IndexFolder.open(data);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void saysSoWhenThereIsTooLittleToLearnFrom() throws IOException {
        publish(20);
        Finding finding = learn().finding();
        assertThat(finding.better()).isFalse();
        assertThat(finding.verdict()).contains("Too few").contains("stays");
        assertThat(finding.links()).isEqualTo(19);
    }

    @Test
    void learnsFromThePastAndIsCheckedOnTheMostRecentFifth() throws IOException {
        publish(201);
        LearnFromEditors.Learned learned = learn();
        Finding finding = learned.finding();
        assertThat(finding.links()).isEqualTo(200);
        assertThat(finding.learnedFrom()).isEqualTo(160);
        assertThat(finding.checkedOn()).isEqualTo(40);
        assertThat(finding.ndcg5().learned().value()).isGreaterThan(finding.ndcg5().inService().value());
        assertThat(finding.better()).isTrue();
        assertThat(finding.examples()).hasSizeLessThanOrEqualTo(10)
                .allSatisfy(one -> assertThat(one.linked()).hasSize(1));
        assertThat(learned.model().name()).isEqualTo("learned");
    }

    @Test
    void takesNoWordOfWhatWasLinkedForAWordOfTheArticle() {
        PublicArticle plain = article(7, List.of());
        PublicArticle linking = article(7, List.of("article-6"));
        Profile one = Profiler.profile(plain);
        Profile other = Profiler.profile(linking);
        assertThat(other.text()).isEqualTo(one.text());
        assertThat(other.leadTerms()).isEqualTo(one.leadTerms());
        assertThat(other.names()).isEqualTo(one.names());
        assertThat(other.picks().readAlso()).containsExactly("article-6");
    }

    private LearnFromEditors.Learned learn() {
        try (CandidateIndex.View view = index.open()) {
            return new LearnFromEditors(view, new RelatedArticles(SimilaritySettings.SHIPPED)).learn("learned");
        }
    }

    private void publish(int articles) throws IOException {
        for (int i = 0; i < articles; i++) {
            List<String> linked = i == 0 ? List.of() : List.of("article-" + Math.max(0, i - 25));
            index.put(Profiler.profile(article(i, linked)), new Order(0, 1));
        }
        index.refresh();
    }

    private static PublicArticle article(int i, List<String> linked) {
        Instant published = START.plus(Duration.ofDays(i));
        StringBuilder text = new StringBuilder("Le conseil municipal");
        new Random(i).ints(12, 0, WORDS.length).forEach(word -> text.append(' ').append(WORDS[word]));
        return new PublicArticle("article-" + i, "fr", "fr", "/a/" + i, "Chronique du conseil", "",
                List.of(new PublicArticle.Section("ville", "Ville")), List.of(), List.of(),
                List.of(new Block("paragraph", text.toString(), null, null, null, null, null, null, null, null, null,
                        null),
                        new Block("read-also", null, null, null, null, null, null, null, null, null, null, linked)),
                linked, List.of(), null, published, published);
    }
}
