package news.kiosque.articles.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import news.kiosque.articles.article.Block.Heading;
import news.kiosque.articles.article.Block.Image;
import news.kiosque.articles.article.Block.ItemList;
import news.kiosque.articles.article.Block.Paragraph;
import news.kiosque.articles.article.Block.Quote;
import news.kiosque.articles.article.Block.ReadAlso;
import news.kiosque.articles.article.Block.Video;
import news.kiosque.articles.request.Fields;
import news.kiosque.articles.text.InlineHtml;
import org.jspecify.annotations.Nullable;

/** Reads the blocks of a body as they are posted. */
public final class BlockReader {
    private static final int TEXT = 40_000;
    private static final int LINE = 1_000;
    private static final int ITEMS = 200;
    private static final Pattern MEDIUM = Pattern.compile("[0-9a-zA-Z-]{1,80}");

    private BlockReader() {}

    public static Block read(Fields fields) {
        String type = fields.text("type", 40);
        Block block = switch (type) {
            case "paragraph" -> new Paragraph(inline(fields, "text", TEXT));
            case "heading" -> new Heading(inline(fields, "text", LINE));
            case "image" -> image(fields);
            case "video" -> new Video(videoUrl(fields), fields.optionalText("title", LINE));
            case "quote" -> new Quote(inline(fields, "text", TEXT), fields.optionalText("cite", LINE));
            case "list" -> new ItemList(items(fields), fields.flag("ordered"));
            case "read-also" -> new ReadAlso(articles(fields));
            default -> {
                fields.require("type", false, "must be paragraph, heading, image, video, quote, list or read-also");
                yield new Paragraph("");
            }
        };
        fields.refuseOthers();
        return block;
    }

    private static Image image(Fields fields) {
        String medium = fields.text("media", 80);
        fields.require("media", MEDIUM.matcher(medium).matches(), "must be the id of a picture of /api/v1/media");
        String alt = fields.optionalText("alt", LINE);
        return new Image(medium, alt == null ? "" : alt, optionalInline(fields, "caption"),
                fields.optionalText("credit", LINE));
    }

    private static String videoUrl(Fields fields) {
        String url = fields.text("url", 2_000);
        fields.require("url", isHttps(url), "must be an https address");
        return url;
    }

    private static List<String> items(Fields fields) {
        List<String> items = fields.texts("items", ITEMS, TEXT).stream().map(InlineHtml::clean)
                .filter(item -> !InlineHtml.plain(item).isBlank()).toList();
        fields.require("items", !items.isEmpty(), "must have an item at least");
        return items;
    }

    private static List<String> articles(Fields fields) {
        List<String> articles = fields.texts("articles", 20, 36).stream().distinct().toList();
        fields.require("articles", !articles.isEmpty(), "must name an article at least");
        fields.require("articles", articles.stream().allMatch(BlockReader::isId), "must be ids of articles");
        return articles;
    }

    private static String inline(Fields fields, String name, int maxLength) {
        String clean = InlineHtml.clean(fields.text(name, maxLength));
        fields.require(name, !InlineHtml.plain(clean).isBlank(), "must say something");
        return clean;
    }

    private static @Nullable String optionalInline(Fields fields, String name) {
        String text = fields.optionalText(name, LINE);
        return text == null || text.isEmpty() ? null : InlineHtml.clean(text);
    }

    private static boolean isHttps(String url) {
        try {
            URI parsed = new URI(url);
            return "https".equalsIgnoreCase(parsed.getScheme()) && parsed.getHost() != null
                    && parsed.getUserInfo() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    public static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
