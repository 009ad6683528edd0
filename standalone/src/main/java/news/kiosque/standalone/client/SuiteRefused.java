package news.kiosque.standalone.client;

/** The suite's API did not do what was asked of it; the message says what was asked and what it answered. */
public final class SuiteRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SuiteRefused(String message) {
        super(message);
    }

    public SuiteRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
