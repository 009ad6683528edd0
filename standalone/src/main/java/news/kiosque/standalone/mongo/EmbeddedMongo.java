package news.kiosque.standalone.mongo;

import java.net.InetSocketAddress;
import java.nio.file.Path;

import de.bwaldvogel.mongo.MongoServer;
import org.h2.mvstore.MVStore;

/** A MongoDB server inside the JVM, on one store file. */
public final class EmbeddedMongo implements AutoCloseable {

    private final MongoServer server;
    private final InetSocketAddress address;

    private EmbeddedMongo(MongoServer server) {
        this.server = server;
        this.address = server.getLocalAddress();
    }

    /** Opens the store file, making it when it is missing, and listens at the address (port 0: any free one). */
    public static EmbeddedMongo open(Path file, InetSocketAddress address) {
        var server = new MongoServer(new StoreBackend(MVStore.open(file.toString())));
        server.bind(address, 1, 64);
        return new EmbeddedMongo(server);
    }

    public InetSocketAddress address() {
        return address;
    }

    /** The connection string for MongoDB drivers. */
    public String uri() {
        return "mongodb://" + address.getHostString() + ":" + address.getPort();
    }

    /** Ends all connections, stores what is open and releases the file. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}
