package news.kiosque.articles.store;

import java.util.concurrent.TimeUnit;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.platform.restore.Epoch;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service's database; nothing that it acknowledged is lost, and nobody waits for it for longer than the timeout. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    MongoClientSettingsBuilderCustomizer boundedStore(StoreProperties store) {
        long millis = store.timeout().toMillis();
        return settings -> settings.timeout(millis, TimeUnit.MILLISECONDS)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxSize(store.connections()).maxWaitTime(millis, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout((int) millis, TimeUnit.MILLISECONDS));
    }

    @Bean
    MongoDatabase database(MongoClient client, StoreProperties store) {
        return client.getDatabase(store.database()).withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    @Bean
    Epoch epoch(MongoDatabase database) {
        return new Epoch(database);
    }
}
