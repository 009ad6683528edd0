package news.kiosque.consent;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.platform.restore.Epoch;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database of the ledger: what it has acknowledged is on the disks of the majority. */
@Configuration(proxyBeanMethods = false)
class ConsentStore {

    @Bean
    MongoDatabase database(MongoClient client, @Value("${spring.mongodb.database}") String name) {
        return client.getDatabase(name).withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY).withReadPreference(ReadPreference.primary());
    }

    @Bean
    Epoch epoch(MongoDatabase database) {
        return new Epoch(database);
    }

    @Bean
    MongoClientSettingsBuilderCustomizer bounded(@Value("${kiosque.store.timeout}") Duration timeout) {
        return settings -> settings.timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(timeout.toMillis(),
                        TimeUnit.MILLISECONDS));
    }
}
