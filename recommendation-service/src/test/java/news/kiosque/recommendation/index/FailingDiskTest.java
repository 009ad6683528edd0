package news.kiosque.recommendation.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

import news.kiosque.events.Order;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What an index does while its disk takes nothing more, and afterwards. */
class FailingDiskTest {

    @TempDir
    Path folder;
    private Disk disk;
    private LuceneIndex index;

    @BeforeEach
    void keepOneArticle() throws IOException {
        disk = new Disk(new IndexFolder(folder));
        index = new LuceneIndex(disk);
        put("kept");
        at(1);
        index.commit();
        index.refresh();
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void answersFromWhatWasFoundBeforeAndSaysWhatIsWrong() throws IOException {
        put("found");
        at(2);
        index.refresh();
        fail(new IOException("No space left on device"));
        assertThat(index.fault()).hasValueSatisfying(fault -> assertThat(fault).contains("No space left on device"));
        assertThat(isFound("kept")).isTrue();
        assertThat(isFound("found")).isTrue();
        assertThat(index.visible().next(0)).isEqualTo(2);
    }

    @Test
    void goesOnFromWhereItWasKeptOnceThereIsRoomAndTakesNothingBackMeanwhile() throws IOException {
        put("found");
        at(2);
        index.refresh();
        fail(new IOException("No space left on device"));
        disk.failure = null;
        index.recover();
        assertThat(index.fault()).isEmpty();
        assertThat(index.written().next(0)).isEqualTo(1);
        assertThat(isFound("found")).as("before it was read again").isTrue();
        put("found");
        put("lost");
        at(3);
        index.refresh();
        assertThat(isFound("kept")).isTrue();
        assertThat(isFound("found")).isTrue();
        assertThat(isFound("lost")).isTrue();
        assertThat(index.size()).isEqualTo(3);
        assertThat(index.visible().next(0)).isEqualTo(3);
    }

    @Test
    void saysAgainThatTheDiskRefusesWhileItDoes() {
        fail(new IOException("No space left on device"));
        disk.refuses = true;
        assertThatThrownBy(() -> index.recover()).isInstanceOf(IOException.class).hasMessageContaining("No space");
        disk.refuses = false;
        assertThat(isFound("kept")).isTrue();
    }

    @Test
    void beginsAnewWhenItsFilesAreCorruptAndAnswersMeanwhile() throws IOException {
        fail(new CorruptIndexException("a bit has flipped", "a file"));
        disk.failure = null;
        index.recover();
        assertThat(index.written().next(0)).isZero();
        assertThat(isFound("kept")).isTrue();
        put("kept");
        at(1);
        index.refresh();
        assertThat(isFound("kept")).isTrue();
        assertThat(index.size()).isEqualTo(1);
    }

    private void fail(IOException failure) {
        disk.failure = failure;
        assertThatThrownBy(() -> {
            put("lost");
            index.refresh();
        }).isInstanceOfAny(IOException.class, org.apache.lucene.store.AlreadyClosedException.class);
    }

    private void put(String id) throws IOException {
        index.put(LuceneIndexTest.profile(id, "fr", Instant.EPOCH, "minsk"), new Order(0, 1));
    }

    private void at(long offset) {
        index.advance(new ReplicaPosition("topic", Map.of(0, offset), Instant.EPOCH));
    }

    private boolean isFound(String id) {
        try (CandidateIndex.View view = index.open()) {
            return view.find(id).isPresent();
        }
    }

    /** A disk that fails when it is told to. */
    private static final class Disk implements DirectorySource {
        private final IndexFolder folder;
        private @Nullable IOException failure;
        private boolean refuses;

        Disk(IndexFolder folder) {
            this.folder = folder;
        }

        @Override
        public Directory open() throws IOException {
            if (refuses) {
                throw new IOException("No space left on device");
            }
            return new FilterDirectory(folder.open()) {
                @Override
                public IndexOutput createOutput(String name, IOContext context) throws IOException {
                    check();
                    return super.createOutput(name, context);
                }
            };
        }

        private void check() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public void wipe() throws IOException {
            folder.wipe();
        }
    }
}
