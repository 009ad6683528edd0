package news.kiosque.articles.article;

import news.kiosque.articles.article.Block.Heading;
import news.kiosque.articles.article.Block.Image;
import news.kiosque.articles.article.Block.ItemList;
import news.kiosque.articles.article.Block.Paragraph;
import news.kiosque.articles.article.Block.Quote;
import news.kiosque.articles.article.Block.ReadAlso;
import news.kiosque.articles.article.Block.Video;
import org.bson.Document;

/** How a block is kept in the store. */
final class BlockDocument {

    private BlockDocument() {}

    static Document of(Block block) {
        return switch (block) {
            case Paragraph(var text) -> new Document("type", "paragraph").append("text", text);
            case Heading(var text) -> new Document("type", "heading").append("text", text);
            case Image(var media, var alt, var caption, var credit) -> new Document("type", "image")
                    .append("media", media).append("alt", alt).append("caption", caption).append("credit", credit);
            case Video(var url, var title) -> new Document("type", "video").append("url", url).append("title", title);
            case Quote(var text, var cite) -> new Document("type", "quote").append("text", text).append("cite", cite);
            case ItemList(var items, var ordered) -> new Document("type", "list").append("items", items)
                    .append("ordered", ordered);
            case ReadAlso(var articles) -> new Document("type", "read-also").append("articles", articles);
        };
    }

    static Block read(Document document) {
        String type = document.getString("type");
        return switch (type) {
            case "paragraph" -> new Paragraph(document.getString("text"));
            case "heading" -> new Heading(document.getString("text"));
            case "image" -> new Image(document.getString("media"), document.getString("alt"),
                    document.getString("caption"), document.getString("credit"));
            case "video" -> new Video(document.getString("url"), document.getString("title"));
            case "quote" -> new Quote(document.getString("text"), document.getString("cite"));
            case "list" -> new ItemList(document.getList("items", String.class), document.getBoolean("ordered"));
            case "read-also" -> new ReadAlso(document.getList("articles", String.class));
            default -> throw new IllegalStateException("The store has a block of the unknown type " + type);
        };
    }
}
