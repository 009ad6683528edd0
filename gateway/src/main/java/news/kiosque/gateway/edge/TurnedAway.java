package news.kiosque.gateway.edge;

import java.io.IOException;

/** Tells whoever serves a request that its rest will not come: the reader has been told why. */
public final class TurnedAway extends IOException {
    private static final long serialVersionUID = 1;

    TurnedAway(Refusal refusal) {
        super(refusal.title());
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
