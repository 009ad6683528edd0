package news.kiosque.standalone.backup;

/** A suite is at work where another state is to be put. */
public final class StillRunning extends RuntimeException {
    private static final long serialVersionUID = 1;

    StillRunning(String kafka) {
        super("article-service is still reading at Kafka " + kafka + ": stop the services of the suite first");
    }
}
