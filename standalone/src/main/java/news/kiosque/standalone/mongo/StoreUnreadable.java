package news.kiosque.standalone.mongo;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** The store on disk is damaged or lacks work that was acknowledged; nothing was changed or cut off. */
public final class StoreUnreadable extends RuntimeException {

    StoreUnreadable(Path file, String reason, @Nullable Throwable cause) {
        super("The store " + file.toAbsolutePath() + " cannot be read: " + reason
                + ". Nothing was changed. Keep the folder " + file.toAbsolutePath().getParent()
                + " as it is, and make a suite of the last backup in an empty folder: kiosque restore FILE --data DIR."
                + " Backups are made by kiosque backup FILE",
                cause);
    }
}
