package news.kiosque.gateway.edge;

import java.util.ArrayDeque;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * The edge of one connection, between the HTTP decoder and everything that serves. A request that breaks a rule is
 * answered here, after the answers to the requests before it, and nothing behind ever sees it whole.
 * See docs/adr/0009-the-edge.md.
 */
final class EdgeHandler extends ChannelDuplexHandler {
    private final RequestRules rules;
    private final EdgeProperties settings;
    private final ArrayDeque<Passage> unanswered = new ArrayDeque<>(2);
    private final Patience patience;
    private final Farewell farewell;
    private @Nullable Passage receiving;
    private @Nullable Passage turnedAway;
    private @Nullable Refusal refusal;

    EdgeHandler(EdgeProperties settings) {
        this.settings = settings;
        this.rules = new RequestRules(settings);
        this.patience = new Patience(settings);
        this.farewell = new Farewell(settings.lingerTimeout());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        patience.awaitHead(ctx, () -> expired(ctx));
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (turnedAway != null) {
            farewell.discard(ctx, message);
        } else if (message instanceof HttpRequest request) {
            head(ctx, request);
        } else if (message instanceof HttpContent content) {
            body(ctx, content);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private void head(ChannelHandlerContext ctx, HttpRequest request) {
        Passage passage = new Passage(request, settings.bodyLimitAt(request.uri()));
        unanswered.add(passage);
        Refusal reason = rules.refuse(request, passage);
        if (reason != null) {
            ReferenceCountUtil.release(request);
            turnAway(ctx, passage, reason);
            return;
        }
        rules.clean(request, passage);
        receiving = passage;
        patience.awaitBody(settings.bodyTimeoutAt(request.uri()));
        ctx.fireChannelRead(request);
    }

    private void body(ChannelHandlerContext ctx, HttpContent content) {
        Passage passage = receiving;
        if (passage == null) {
            content.release();
            return;
        }
        passage.bodyBytes += content.content().readableBytes();
        boolean broken = content.decoderResult().isFailure();
        if (broken || passage.bodyBytes > passage.maxBody) {
            content.release();
            turnAway(ctx, passage, broken ? Refusal.BROKEN_BODY : Refusal.TOO_LARGE);
            return;
        }
        if (content instanceof LastHttpContent last) {
            if (!last.trailingHeaders().isEmpty()) {
                last.trailingHeaders().clear();
            }
            receiving = null;
            awaitNext();
        }
        ctx.fireChannelRead(content);
    }

    private void turnAway(ChannelHandlerContext ctx, Passage passage, Refusal reason) {
        boolean behindHasIt = receiving == passage;
        receiving = null;
        turnedAway = passage;
        refusal = reason;
        if (passage.isAnswering() || !unanswered.contains(passage)) {
            ctx.close();
        } else if (unanswered.peekFirst() == passage) {
            answer(ctx);
            if (behindHasIt) {
                ctx.fireExceptionCaught(new TurnedAway(reason));
            }
        }
    }

    /** Says why, once it is the refused request's turn. */
    private void answer(ChannelHandlerContext ctx) {
        Passage passage = unanswered.removeFirst();
        FullHttpResponse answer = AnswerRules.refuse(refusal, passage);
        AnswerRules.complete(answer.headers(), passage, settings.https());
        passage.status = refusal.status();
        passage.answeredBytes = answer.content().readableBytes();
        log(passage);
        patience.end();
        farewell.say(ctx, answer);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        Passage passage = unanswered.peekFirst();
        if (farewell.isSaid() || passage == null) {
            // What is behind does not know yet that the reader already has an answer.
            ReferenceCountUtil.release(message);
            promise.trySuccess();
            return;
        }
        if (message instanceof HttpResponse response
                && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            passage.status = response.status().code();
            AnswerRules.complete(response.headers(), passage, settings.https());
            AnswerRules.endByClosing(response, passage);
        }
        passage.answeredBytes += bytesOf(message);
        boolean last = message instanceof LastHttpContent && passage.isAnswering();
        ctx.write(message, last && passage.endsConnection
                ? promise.unvoid().addListener(ChannelFutureListener.CLOSE)
                : promise);
        if (last) {
            answered(ctx);
        }
    }

    private void answered(ChannelHandlerContext ctx) {
        log(unanswered.removeFirst());
        if (turnedAway != null && unanswered.peekFirst() == turnedAway) {
            answer(ctx);
        } else if (receiving == null) {
            awaitNext();
        }
    }

    private void awaitNext() {
        if (unanswered.isEmpty()) {
            patience.awaitHead();
        } else {
            patience.awaitAnswer();
        }
    }

    private void expired(ChannelHandlerContext ctx) {
        if (receiving != null) {
            turnAway(ctx, receiving, Refusal.TOO_SLOW);
        } else {
            ctx.close();
        }
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        if (farewell.isSaid() && ctx.channel().isActive()) {
            promise.trySuccess();
        } else {
            ctx.close(promise);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        patience.end();
        unanswered.forEach(this::log);
        unanswered.clear();
        ctx.fireChannelInactive();
    }

    private void log(Passage passage) {
        if (settings.accessLog()) {
            AccessLog.write(passage);
        }
    }

    private static int bytesOf(Object message) {
        return switch (message) {
            case ByteBufHolder holder -> holder.content().readableBytes();
            case ByteBuf buffer -> buffer.readableBytes();
            default -> 0;
        };
    }
}
