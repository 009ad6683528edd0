package news.kiosque.articles.store;

import java.util.List;

import com.mongodb.client.model.IndexModel;

/** The indexes that a room needs on one of its collections. */
public record CollectionIndexes(String collection, List<IndexModel> indexes) {}
