package news.kiosque.standalone.mongo;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;

/** Answers what concerns the server as a whole, and leads every other command to its database. */
final class StoreBackend extends H2Backend {

    StoreBackend(MVStore store) {
        super(store);
        version(Handshake.VERSION);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return switch (command.toLowerCase()) {
            case "hello", "ismaster" -> Handshake.answer(channel, getClock().instant());
            default -> super.handleCommand(channel, database, command, query);
        };
    }
}
