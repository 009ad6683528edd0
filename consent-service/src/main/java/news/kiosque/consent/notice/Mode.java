package news.kiosque.consent.notice;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** How the law where the reader is wants the question put. */
public enum Mode {
    /** Nothing happens before the reader agrees: EEA, United Kingdom, Switzerland, and wherever it is not known. */
    OPT_IN("opt_in"),
    /** It happens until the reader objects, or the browser does so for the reader. */
    OPT_OUT("opt_out"),
    /** Going on reading counts as agreeing; only where that is lawful. */
    IMPLIED("implied");

    private final String id;

    Mode(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Whether purposes stand ticked before the reader has said anything. */
    public boolean isTicked() {
        return this != OPT_IN;
    }

    public static Optional<Mode> named(@Nullable String id) {
        return Arrays.stream(values()).filter(mode -> mode.id.equals(id)).findFirst();
    }
}
