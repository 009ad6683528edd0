package news.kiosque.consent.notice;

import java.util.HashSet;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The jurisdictions as the operator set them, or as they are shipped. */
@Component
public class JurisdictionStore {
    private static final String ID = "jurisdictions";

    private final MongoCollection<Document> settings;

    JurisdictionStore(MongoDatabase database) {
        settings = database.getCollection("settings");
    }

    public Mono<Jurisdictions> get() {
        return Mono.from(settings.find(Filters.eq(ID)).first())
                .map(document -> new Jurisdictions(new HashSet<>(document.getList("optOut", String.class)),
                        new HashSet<>(document.getList("implied", String.class))))
                .defaultIfEmpty(Jurisdictions.SHIPPED);
    }

    public Mono<Jurisdictions> set(Jurisdictions wanted) {
        Document document = new Document("_id", ID).append("optOut", wanted.optOut().stream().sorted().toList())
                .append("implied", wanted.implied().stream().sorted().toList());
        return Mono.from(settings.replaceOne(Filters.eq(ID), document, new ReplaceOptions().upsert(true)))
                .thenReturn(wanted);
    }
}
