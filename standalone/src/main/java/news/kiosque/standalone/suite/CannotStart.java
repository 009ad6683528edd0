package news.kiosque.standalone.suite;

/** The suite cannot be started; the message says what to do about it. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotStart(String message) {
        super(message);
    }
}
