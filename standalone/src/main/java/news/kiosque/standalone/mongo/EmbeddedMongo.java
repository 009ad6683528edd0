package news.kiosque.standalone.mongo;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;

/** A MongoDB server inside the JVM, on one store file; what it has acknowledged survives the death of the process. */
public final class EmbeddedMongo implements AutoCloseable {

    private static final int EVENT_LOOPS = 2;
    private static final int WORKERS = Math.max(8, 4 * Runtime.getRuntime().availableProcessors());
    private static final int LEAST_CACHE_MEGABYTES = 32;

    private final StoreFile store;
    private final EventLoopGroup eventLoops = new MultiThreadIoEventLoopGroup(EVENT_LOOPS, NioIoHandler.newFactory());
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS,
            Thread.ofPlatform().name("mongo-worker-", 0).daemon().factory());
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final InetSocketAddress address;

    private EmbeddedMongo(StoreFile store, InetSocketAddress address) {
        this.store = store;
        var backend = new StoreBackend(store, Clock.systemUTC());
        var server = new ServerBootstrap().group(eventLoops).channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true).childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        connections.add(channel);
                        channel.pipeline().addLast(new MongoWireReplyEncoder(), new MongoWireMessageEncoder(),
                                new MongoWireProtocolHandler(), new Connection(backend, store, workers));
                    }
                });
        var listening = server.bind(address).syncUninterruptibly().channel();
        connections.add(listening);
        this.address = (InetSocketAddress) listening.localAddress();
        store.failure().exceptionally(failure -> {
            connections.close();
            return null;
        });
    }

    /**
     * Opens the store file, making it when it is missing, and listens at the address (port 0: any free one).
     *
     * @throws StoreUnreadable when the store is damaged or lacks acknowledged work
     */
    public static EmbeddedMongo open(Path file, InetSocketAddress address) {
        long quarterOfHeap = Runtime.getRuntime().maxMemory() >> 22;
        var store = StoreFile.open(file, (int) Math.max(LEAST_CACHE_MEGABYTES, quarterOfHeap));
        try {
            return new EmbeddedMongo(store, address);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    public InetSocketAddress address() {
        return address;
    }

    /** The connection string for MongoDB drivers. */
    public String uri() {
        return "mongodb://" + address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** Ends exceptionally when the disk no longer takes what is written; connections are closed then, nothing is acknowledged. */
    public CompletableFuture<Void> failure() {
        return store.failure();
    }

    /** Ends all connections, stores what is open and releases the file. */
    @Override
    public void close() {
        connections.close().awaitUninterruptibly();
        eventLoops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        workers.close();
        store.close();
    }
}
