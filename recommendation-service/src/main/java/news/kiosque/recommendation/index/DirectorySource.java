package news.kiosque.recommendation.index;

import java.io.IOException;

import org.apache.lucene.store.Directory;

/** The place of an index, which can be opened anew after its disk has failed. */
public interface DirectorySource {

    /** @throws IOException when the disk refuses */
    Directory open() throws IOException;

    /** Removes all that is there, because it cannot be read. */
    void wipe() throws IOException;
}
