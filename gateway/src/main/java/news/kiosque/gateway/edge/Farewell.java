package news.kiosque.gateway.edge;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * The last answer on a connection. What its sender is still sending is thrown away for a moment: closed at once, the
 * kernel would reset the connection, and many clients would lose the answer that tells them why.
 */
final class Farewell {
    private final long lingerMillis;
    private boolean said;
    private boolean heardAll;

    Farewell(Duration linger) {
        this.lingerMillis = linger.toMillis();
    }

    boolean isSaid() {
        return said;
    }

    void say(ChannelHandlerContext ctx, FullHttpResponse answer) {
        said = true;
        ctx.writeAndFlush(answer).addListener((ChannelFutureListener) written -> {
            if (!written.isSuccess() || heardAll) {
                ctx.close();
                return;
            }
            if (ctx.channel() instanceof DuplexChannel channel) {
                channel.shutdownOutput();
            }
            ctx.channel().config().setAutoRead(true);
            ctx.executor().schedule(() -> ctx.close(), lingerMillis, TimeUnit.MILLISECONDS);
        });
    }

    /** Throws away what comes after the refusal, until its sender has said all. */
    void discard(ChannelHandlerContext ctx, Object message) {
        boolean last = message instanceof LastHttpContent content && content.decoderResult().isSuccess();
        ReferenceCountUtil.release(message);
        if (last) {
            heardAll = true;
            if (said) {
                ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> ctx.close());
            }
        } else if (!ctx.channel().config().isAutoRead()) {
            ctx.read();
        }
    }
}
