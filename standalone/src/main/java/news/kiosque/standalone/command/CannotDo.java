package news.kiosque.standalone.command;

/** A command cannot do what it is asked; the message says what to do instead. */
final class CannotDo extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotDo(String message) {
        super(message);
    }
}
