package news.kiosque.standalone.process;

/** A process of the suite died again and again before it was ever ready. */
public final class DidNotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DidNotStart(String name, String reason) {
        super(name + " does not start: it " + reason);
    }
}
