package news.kiosque.articles.article;

import java.util.List;

import news.kiosque.articles.article.Block.Heading;
import news.kiosque.articles.article.Block.Image;
import news.kiosque.articles.article.Block.ItemList;
import news.kiosque.articles.article.Block.Paragraph;
import news.kiosque.articles.article.Block.Quote;
import news.kiosque.articles.article.Block.ReadAlso;
import news.kiosque.articles.article.Block.Video;
import org.jspecify.annotations.Nullable;

/** A block as other services see it, and as the API answers it. */
final class EventBlock {

    private EventBlock() {}

    static news.kiosque.events.Block of(Block block) {
        return switch (block) {
            case Paragraph(var text) -> text("paragraph", text, null);
            case Heading(var text) -> text("heading", text, null);
            case Quote(var text, var cite) -> text("quote", text, cite);
            case Image(var media, var alt, var caption, var credit) -> new news.kiosque.events.Block("image", null,
                    media, alt, caption, credit, null, null, null, null, null, null);
            case Video(var url, var title) -> new news.kiosque.events.Block("video", null, null, null, null, null, url,
                    title, null, null, null, null);
            case ItemList(var items, var ordered) -> list("list", items, ordered, null);
            case ReadAlso(var articles) -> list("read-also", null, null, articles);
        };
    }

    private static news.kiosque.events.Block text(String type, String text, @Nullable String cite) {
        return new news.kiosque.events.Block(type, text, null, null, null, null, null, null, cite, null, null, null);
    }

    private static news.kiosque.events.Block list(String type, @Nullable List<String> items,
            @Nullable Boolean ordered, @Nullable List<String> articles) {
        return new news.kiosque.events.Block(type, null, null, null, null, null, null, null, null, items, ordered,
                articles);
    }
}
