package news.kiosque.standalone.backup;

/** A file is no backup, or not a whole one; the message says what is wrong with it. */
public final class NotABackup extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotABackup(String message) {
        super(message);
    }

    NotABackup(String message, Throwable cause) {
        super(message, cause);
    }
}
