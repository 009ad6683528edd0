package news.kiosque.gateway.edge;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * How long the edge waits for a client. Each wait has a fixed end that a trickle of bytes does not put off. The timer
 * looks for itself when it goes off whether the end has moved, so moving it costs nothing.
 */
final class Patience {
    private enum Wait {
        HEAD, BODY, ANSWER
    }

    private final EdgeProperties settings;
    private Wait wait = Wait.HEAD;
    private long endsAt;
    private long pendingBefore;
    private @Nullable Future<?> timer;

    Patience(EdgeProperties settings) {
        this.settings = settings;
    }

    void awaitHead(ChannelHandlerContext ctx, Runnable expired) {
        awaitHead();
        schedule(ctx, expired);
    }

    void awaitHead() {
        wait(Wait.HEAD, settings.headTimeout().toNanos());
    }

    void awaitBody(Duration most) {
        wait(Wait.BODY, most.toNanos());
    }

    void awaitAnswer() {
        wait(Wait.ANSWER, settings.stallTimeout().toNanos());
        pendingBefore = 0;
    }

    void end() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private void wait(Wait next, long nanos) {
        wait = next;
        endsAt = System.nanoTime() + nanos;
    }

    private void schedule(ChannelHandlerContext ctx, Runnable expired) {
        long shortest = Math.min(settings.headTimeout().toNanos(),
                Math.min(settings.bodyTimeout().toNanos(), settings.stallTimeout().toNanos()));
        timer = ctx.executor().schedule(() -> look(ctx, expired),
                Math.max(1, Math.min(endsAt - System.nanoTime(), shortest)), TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext ctx, Runnable expired) {
        if (!ctx.channel().isActive()) {
            return;
        }
        if (System.nanoTime() - endsAt < 0) {
            schedule(ctx, expired);
        } else if (wait == Wait.ANSWER && !isStalled(ctx)) {
            wait(Wait.ANSWER, settings.stallTimeout().toNanos());
            schedule(ctx, expired);
        } else {
            expired.run();
        }
    }

    /** Whether as much of the answer waits for the client as at the last look. */
    private boolean isStalled(ChannelHandlerContext ctx) {
        ChannelOutboundBuffer outbound = ctx.channel().unsafe().outboundBuffer();
        long pending = outbound == null ? 0 : outbound.totalPendingWriteBytes();
        boolean stalled = pending > 0 && pending == pendingBefore;
        pendingBefore = pending;
        return stalled;
    }
}
