package news.kiosque.articles.article;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Puts articles into the store as they are, whatever way they might have come there. */
public final class StoredArticles {
    private final MongoCollection<Document> documents;

    public StoredArticles(MongoDatabase database) {
        this.documents = database.getCollection(Articles.COLLECTION);
    }

    public Mono<Void> put(Article article) {
        Document document = ArticleDocument.of(article).append("_id", article.id()).append("related",
                RelatedDocument.of(article.related()));
        return Mono.from(documents.insertOne(document)).then();
    }
}
