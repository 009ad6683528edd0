package news.kiosque.standalone.demo;

/** The newsroom's API did not do what was asked of it; the message says what was asked and what it answered. */
public final class NewsroomRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    NewsroomRefused(String message) {
        super(message);
    }

    NewsroomRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
