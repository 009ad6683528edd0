package news.kiosque.articles.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import news.kiosque.articles.article.Block;
import news.kiosque.articles.article.Block.Paragraph;
import news.kiosque.articles.text.InlineHtml;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;

/**
 * A body as archives write it. Paragraphs end at a blank line, and where there is none, at each line's end. A paragraph
 * that is longer than a block may be goes on in another.
 */
final class PlainText {
    private static final int LONGEST = 20_000;
    private static final String BREAK = "\n\n";

    private PlainText() {}

    static List<Block> blocks(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        String[] paragraphs = lines.split(lines.contains(BREAK) ? "\n[ \t]*\n\\s*" : "\n");
        return Stream.of(paragraphs).map(String::strip).filter(one -> !one.isEmpty()).flatMap(PlainText::pieces)
                .<Block>map(one -> new Paragraph(html(one))).toList();
    }

    /** Whether nothing is lost when the blocks are written as text. */
    static boolean isAll(List<Block> blocks) {
        return blocks.stream().allMatch(block -> block instanceof Paragraph(var html) && html(plain(html)).equals(html))
                && blocks(of(blocks)).equals(blocks);
    }

    static String of(List<Block> blocks) {
        return blocks.stream().map(PlainText::words).filter(words -> !words.isBlank())
                .collect(Collectors.joining(BREAK));
    }

    private static String words(Block block) {
        return switch (block) {
            case Paragraph(var html) -> plain(html);
            case Block.Heading(var html) -> plain(html);
            case Block.Quote(var html, var _) -> plain(html);
            case Block.ItemList(var items, var _) ->
                items.stream().map(PlainText::plain).collect(Collectors.joining("\n"));
            case Block.Image _,Block.Video _,Block.ReadAlso _ -> "";
        };
    }

    private static String html(String text) {
        return InlineHtml.clean(Entities.escape(text).replace("\n", "<br>"));
    }

    private static String plain(String html) {
        return Jsoup.parseBodyFragment(html).body().wholeText();
    }

    /** Cut after a sentence where there is one, else between words. */
    private static Stream<String> pieces(String paragraph) {
        List<String> pieces = new ArrayList<>();
        String rest = paragraph;
        while (rest.length() > LONGEST) {
            int sentence = rest.lastIndexOf(". ", LONGEST - 2) + 1;
            int word = rest.lastIndexOf(' ', LONGEST);
            int cut = sentence > LONGEST / 2 ? sentence : word > LONGEST / 2 ? word : whole(rest);
            pieces.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        return Stream.concat(pieces.stream(), Stream.of(rest)).filter(one -> !one.isEmpty());
    }

    /** A place that is not within a pair of surrogates. */
    private static int whole(String text) {
        return Character.isLowSurrogate(text.charAt(LONGEST)) ? LONGEST - 1 : LONGEST;
    }
}
