package news.kiosque.standalone.backup;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

/** To a suite's store, of which only what the majority has kept is seen. */
final class Connection {

    private Connection() {}

    static MongoClient to(String uri) {
        return MongoClients.create(MongoClientSettings.builder().applyConnectionString(new ConnectionString(uri))
                .readConcern(ReadConcern.MAJORITY).build());
    }
}
