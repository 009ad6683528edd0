package news.kiosque.standalone.process;

/** An exit code in words. */
final class ExitReason {
    private static final int SIGNALS = 128;
    private static final int LAST_SIGNAL = 64;

    private ExitReason() {}

    static String of(int code) {
        return code > SIGNALS && code <= SIGNALS + LAST_SIGNAL
                ? "was ended by signal " + (code - SIGNALS)
                : "ended with exit code " + code;
    }
}
