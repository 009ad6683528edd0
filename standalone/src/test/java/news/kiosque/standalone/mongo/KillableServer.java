package news.kiosque.standalone.mongo;

/** A MongoDB server in a process of its own. */
interface KillableServer extends AutoCloseable {

    String uri();

    /** Ends it with SIGKILL. */
    void kill() throws InterruptedException;

    @Override
    void close();
}
