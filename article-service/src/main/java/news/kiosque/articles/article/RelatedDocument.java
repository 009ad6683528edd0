package news.kiosque.articles.article;

import java.util.List;

import news.kiosque.events.Order;
import news.kiosque.events.RelatedComputed.Item;
import news.kiosque.events.RelatedComputed.Reason;
import org.bson.Document;

/** How a list of related articles is kept in the store. */
final class RelatedDocument {

    private RelatedDocument() {}

    static Document of(Related related) {
        return new Document("order", order(related.order())).append("algorithm", related.algorithm())
                .append("items", related.items().stream().map(RelatedDocument::item).toList())
                .append("at", related.computedAt());
    }

    static Related read(Document document) {
        return new Related(order(document.get("order", Document.class)), document.getString("algorithm"),
                document.getList("items", Document.class).stream().map(RelatedDocument::item).toList(),
                document.getDate("at").toInstant());
    }

    static Document order(Order order) {
        return new Document("epoch", order.epoch()).append("number", order.number());
    }

    static Order order(Document document) {
        return new Order(document.getLong("epoch"), document.getLong("number"));
    }

    private static Document item(Item item) {
        List<Document> reasons = item.reasons().stream()
                .map(reason -> new Document("feature", reason.feature()).append("share", reason.share())).toList();
        return new Document("article", item.articleId()).append("score", item.score()).append("reasons", reasons);
    }

    private static Item item(Document document) {
        List<Reason> reasons = document.getList("reasons", Document.class).stream()
                .map(reason -> new Reason(reason.getString("feature"), reason.getDouble("share"))).toList();
        return new Item(document.getString("article"), document.getDouble("score"), reasons);
    }
}
