package news.kiosque.recommendation.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import news.kiosque.events.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LuceneIndexTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @TempDir
    Path data;

    @Test
    void findsWhatSharesATermInItsOwnEditionAndUpToNow() throws IOException {
        try (LuceneIndex index = IndexFolder.open(data)) {
            index.put(profile("a", "fr", NOON, "minsk"), order(1));
            index.put(profile("later", "fr", NOON.plusSeconds(60), "minsk"), order(1));
            index.put(profile("elsewhere", "be", NOON, "minsk"), order(1));
            index.put(profile("other", "fr", NOON, "comté"), order(1));
            index.refresh();
            assertThat(found(index, "minsk")).containsExactly("a");
        }
    }

    @Test
    void ignoresWhatIsNotAboveWhatItHasSeen() throws IOException {
        try (LuceneIndex index = IndexFolder.open(data)) {
            assertThat(index.put(profile("a", "fr", NOON, "minsk"), order(2))).isTrue();
            assertThat(index.put(profile("a", "fr", NOON, "kiev"), order(2))).isFalse();
            index.refresh();
            assertThat(index.put(profile("a", "fr", NOON, "kiev"), order(1))).isFalse();
            assertThat(index.remove("a", order(3))).isTrue();
            index.refresh();
            assertThat(index.put(profile("a", "fr", NOON, "minsk"), order(2))).isFalse();
            index.refresh();
            assertThat(found(index, "minsk")).isEmpty();
            assertThat(index.size()).isZero();
        }
    }

    @Test
    void keepsArticlesPositionAndStatisticsOverARestart() throws IOException {
        ReplicaPosition position = new ReplicaPosition("topic", Map.of(0, 7L, 1, 3L), NOON);
        try (LuceneIndex index = IndexFolder.open(data)) {
            index.put(profile("a", "fr", NOON, "minsk", "kiev"), order(1));
            index.put(profile("b", "fr", NOON, "minsk"), order(1));
            index.put(profile("b", "fr", NOON, "kiev"), order(2));
            index.advance(position);
            index.commit();
        }
        try (LuceneIndex index = IndexFolder.open(data)) {
            assertThat(index.visible()).isEqualTo(position);
            assertThat(found(index, "minsk")).containsExactly("a");
            TermStatistics statistics = index.statistics().get("fr");
            assertThat(statistics.articles()).isEqualTo(2);
            assertThat(statistics.articlesWith(TermBag.id("kiev"))).isEqualTo(2);
            assertThat(statistics.articlesWith(TermBag.id("minsk"))).isEqualTo(1);
        }
    }

    @Test
    void beginsEmptyWhereTheIndexIsCorrupt() throws IOException {
        try (LuceneIndex index = IndexFolder.open(data)) {
            index.put(profile("a", "fr", NOON, "minsk"), order(1));
            index.advance(new ReplicaPosition("topic", Map.of(0, 1L), NOON));
            index.commit();
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "not Lucene");
            }
        }
        try (LuceneIndex index = IndexFolder.open(data)) {
            assertThat(index.size()).isZero();
            assertThat(index.visible().next(0)).isZero();
        }
    }

    @Test
    void readsAProfileBackAsItWasWritten() {
        Profile profile = profile("a", "fr", NOON, "minsk", "kiev", "minsk", "0", "élysée");
        assertThat(ProfileCodec.decode(ProfileCodec.encode(profile))).isEqualTo(profile);
    }

    private static List<String> found(LuceneIndex index, String term) {
        try (CandidateIndex.View view = index.open()) {
            return view.candidates(new CandidateIndex.Query("fr", "fr",
                    List.of(new CandidateIndex.WeightedTerm(TermBag.id(term), 1)), NOON, NOON, 10, 10)).stream()
                    .map(Profile::id)
                    .toList();
        }
    }

    private static Order order(long number) {
        return new Order(0, number);
    }

    static Profile profile(String id, String edition, Instant published, String... terms) {
        TermBag text = TermBag.of(List.of(terms));
        return new Profile(id, edition, "fr", id, "monde", published, text, text, TermBag.EMPTY, TermBag.EMPTY,
                TermBag.EMPTY, TermBag.EMPTY, Picks.NONE);
    }
}
