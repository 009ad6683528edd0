package news.kiosque.standalone.mongo;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
/** A driver's connection: runs its commands, and answers when all that the answer may have seen is on the disk. */
final class Connection extends SimpleChannelInboundHandler<ClientRequest> {

    private static final System.Logger LOG = System.getLogger(Connection.class.getName());
    private static final AtomicInteger ANSWERS = new AtomicInteger();

    private final StoreBackend backend;
    private final StoreFile store;
    private final Executor workers;

    Connection(StoreBackend backend, StoreFile store, Executor workers) {
        this.backend = backend;
        this.store = store;
        this.workers = workers;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        workers.execute(() -> {
            var answer = answer(request);
            if (isWrite(request)) {
                store.whenEndedIsDurable(() -> context.writeAndFlush(answer));
            } else {
                store.whenSeenIsDurable(() -> context.writeAndFlush(answer));
            }
        });
    }

    private static boolean isWrite(ClientRequest request) {
        return request instanceof MongoMessage message && StoreBackend.writes(message.getDocument());
    }

    private Object answer(ClientRequest request) {
        var header = new MessageHeader(ANSWERS.incrementAndGet(), request.getHeader().getRequestID());
        return switch (request) {
            case MongoMessage message ->
                new MongoMessage(message.getChannel(), header,
                        run(request, message.getDatabaseName(), message.getDocument()));
            case MongoQuery query ->
                new MongoReply(header, List.of(run(request, query.getDatabaseName(), query.getQuery())), 0);
            default -> throw new IllegalStateException("unknown request " + request);
        };
    }

    private Document run(ClientRequest request, String database, Document command) {
        try {
            return backend.handleCommand(request.getChannel(), database, command.keySet().iterator().next(), command);
        } catch (MongoServerException refused) {
            LOG.log(Level.DEBUG, () -> "refused " + command, refused);
            return error(refused);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.ERROR, () -> "failed at " + command.keySet(), e);
            return error(new MongoServerException("the embedded store failed: " + e, e));
        }
    }

    private static Document error(MongoServerException exception) {
        var error = new Document("ok", 0.0).append("errmsg", exception.getMessageWithoutErrorCode());
        if (exception instanceof MongoServerError known) {
            error.append("code", known.getCode()).putIfNotNull("codeName", known.getCodeName());
        }
        return error;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        backend.handleClose(context.channel());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.log(Level.DEBUG, () -> "closing " + context.channel(), cause);
        context.close();
    }
}
