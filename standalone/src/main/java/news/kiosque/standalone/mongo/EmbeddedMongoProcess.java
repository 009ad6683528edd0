package news.kiosque.standalone.mongo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;

/** The embedded Mongo server as a process of its own: arguments are the data folder and the port (0: any free one). */
public final class EmbeddedMongoProcess {

    private EmbeddedMongoProcess() {}

    /** Prints {@code ready <port>} when it listens, and runs until it is told to end (SIGTERM) or the disk fails. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: EmbeddedMongoProcess DATA-FOLDER PORT");
            System.exit(2);
        }
        var folder = Files.createDirectories(Path.of(arguments[0]));
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
        try {
            var mongo = EmbeddedMongo.open(folder.resolve("mongo.store"), address);
            Runtime.getRuntime().addShutdownHook(new Thread(mongo::close, "close-mongo"));
            System.out.println("ready " + mongo.address().getPort());
            mongo.failure().join();
        } catch (StoreUnreadable | StoreUnavailable e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (CompletionException e) {
            System.err.println("The store can no longer be written: " + e.getCause()
                    + ". Nothing acknowledged is lost. Make room on the disk and start again.");
            System.exit(1);
        }
    }
}
