package news.kiosque.standalone.process;

/** Where a child process is; the names are those in the status. */
public enum ProcessState {
    starting, ready, restarting, stopped
}
