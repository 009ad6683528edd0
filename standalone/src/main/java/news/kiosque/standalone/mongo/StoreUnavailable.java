package news.kiosque.standalone.mongo;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** The store on disk is sound as far as is known, but it cannot be worked on now. */
public final class StoreUnavailable extends RuntimeException {

    StoreUnavailable(Path file, String reason, @Nullable Throwable cause) {
        super("The store " + file.toAbsolutePath() + " cannot be used: " + reason
                + (cause == null ? "" : " (" + cause.getMessage() + ")") + ". Nothing that was acknowledged is lost.",
                cause);
    }
}
