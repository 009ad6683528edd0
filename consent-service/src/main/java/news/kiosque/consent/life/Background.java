package news.kiosque.consent.life;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;

/** Work that goes on beside the requests, from the start of the service to its end; it can be started again. */
public abstract class Background implements SmartLifecycle {
    private @Nullable Disposable work;

    /** Begins the work; disposing of what this returns ends it. */
    protected abstract Disposable begin();

    @Override
    public final synchronized void start() {
        if (work == null) {
            work = begin();
        }
    }

    @Override
    public final synchronized void stop() {
        if (work != null) {
            work.dispose();
            work = null;
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return work != null;
    }
}
