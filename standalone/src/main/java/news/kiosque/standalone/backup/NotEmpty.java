package news.kiosque.standalone.backup;

/** There is something already where a backup is to be restored; it is left as it is. */
public final class NotEmpty extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotEmpty(String message) {
        super(message);
    }
}
