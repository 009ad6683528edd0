package news.kiosque.standalone.mongo;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;

/** Answers what concerns the server as a whole, and leads every other command to its database and the store. */
final class StoreBackend extends AbstractMongoBackend {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify", "create",
            "createindexes", "validate", "drop", "dropindexes", "dropdatabase", "renamecollection");

    private final StoreFile store;

    StoreBackend(StoreFile store, Clock clock) {
        super(clock);
        this.store = store;
        version(Handshake.VERSION);
        store.read(() -> StoreDatabase.names(store).stream().map(this::resolveDatabase).toList());
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoreDatabase(name, store, getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        var name = command.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "hello", "ismaster" -> Handshake.answer(channel, getClock().instant());
            case "endsessions" -> new Document("ok", 1.0);
            case "listdatabases" -> listDatabases();
            default -> writes(query)
                    ? store.write(() -> super.handleCommand(channel, database, command, query))
                    : store.read(() -> super.handleCommand(channel, database, command, query));
        };
    }

    /** Whether the command may change something. */
    static boolean writes(Document query) {
        var command = query.keySet().iterator().next().toLowerCase(Locale.ROOT);
        return WRITES.contains(command)
                || command.equals("aggregate") && query.get("pipeline") instanceof List<?> stages
                        && stages.stream().anyMatch(stage -> stage instanceof Document document
                                && (document.containsKey("$out") || document.containsKey("$merge")));
    }

    private Document listDatabases() {
        var databases = listDatabaseNames().stream().sorted().map(
                name -> new Document("name", name).append("sizeOnDisk", store.size()).append("empty",
                        resolveDatabase(name).isEmpty()))
                .toList();
        var answer = new Document("databases", databases).append("totalSize", store.size());
        Utils.markOkay(answer);
        return answer;
    }
}
