package news.kiosque.recommendation.index;

import java.util.List;
import java.util.stream.Stream;

import news.kiosque.events.Block;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** The words of an article without its marks. */
public final class PlainText {
    private PlainText() {}

    /** A block a line; what an editor linked below the text is not among its words. */
    public static String of(List<Block> blocks) {
        StringBuilder body = new StringBuilder(4096);
        for (Block block : blocks) {
            // What an editor links is what learning has to find, so no word of it may be among the features.
            if (block.type().equals("read-also")) {
                continue;
            }
            texts(block).forEach(text -> body.append(of(text)).append('\n'));
        }
        return body.toString();
    }

    public static String of(String inlineHtml) {
        return inlineHtml.indexOf('<') < 0 && inlineHtml.indexOf('&') < 0
                ? inlineHtml
                : Jsoup.parseBodyFragment(inlineHtml).text();
    }

    private static Stream<String> texts(Block block) {
        Stream<@Nullable String> single = Stream.of(block.text(), block.caption(), block.title());
        Stream<String> items = block.items() == null ? Stream.empty() : block.items().stream();
        return Stream.concat(single.filter(text -> text != null), items);
    }
}
