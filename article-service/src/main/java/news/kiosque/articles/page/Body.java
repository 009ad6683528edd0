package news.kiosque.articles.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import news.kiosque.articles.article.Block;
import news.kiosque.articles.media.Medium;
import news.kiosque.articles.page.view.Part;
import news.kiosque.articles.page.view.Picture;
import news.kiosque.articles.page.view.Teaser;
import org.jspecify.annotations.Nullable;

/**
 * Sets the blocks of an article's body.
 *
 * @param picked the articles that its editor picked, by id
 * @param video what a video without a title is called
 */
record Body(Map<String, Medium> pictures, Map<String, Teaser> picked, String video) {
    private static final int WORDS_A_MINUTE = 230;
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    List<Part> set(List<Block> blocks) {
        List<Part> parts = new ArrayList<>();
        boolean pictureSeen = false;
        for (Block block : withoutClosingPicks(blocks)) {
            switch (block) {
                case Block.Paragraph(var text) -> parts.add(new Part.Paragraph(text));
                case Block.Heading(var text) -> parts.add(new Part.Heading(text));
                case Block.Image image -> {
                    parts.add(figure(image, !pictureSeen, parts.isEmpty()));
                    pictureSeen = true;
                }
                case Block.Video(var url, _) when !EmbeddedVideo.isOnTheWeb(url) -> {
                }
                case Block.Video(var url, var title) -> parts.add(player(url, title));
                case Block.Quote(var text, var cite) -> parts.add(new Part.Quote(text, cite));
                case Block.ItemList(var items, var ordered) -> parts.add(new Part.Items(items, ordered));
                case Block.ReadAlso(var articles) -> parts.add(new Part.ReadAlso(
                        articles.stream().distinct().map(picked::get).filter(Objects::nonNull).toList()));
            }
        }
        return parts;
    }

    /** Whole minutes, at least one. */
    static int minutesToRead(List<Block> blocks) {
        return (int) Math.max(1, Math.ceilDiv(words(blocks), WORDS_A_MINUTE));
    }

    static long words(List<Block> blocks) {
        return blocks.stream().flatMap(Body::texts).mapToLong(Body::words).sum();
    }

    private static long words(String html) {
        String plain = TAG.matcher(html).replaceAll("").strip();
        return plain.isEmpty() ? 0 : SPACE.splitAsStream(plain).count();
    }

    private static Stream<String> texts(Block block) {
        return switch (block) {
            case Block.Paragraph(var text) -> Stream.of(text);
            case Block.Heading(var text) -> Stream.of(text);
            case Block.Quote(var text, _) -> Stream.of(text);
            case Block.ItemList(var items, _) -> items.stream();
            case Block.Image _,Block.Video _,Block.ReadAlso _ -> Stream.empty();
        };
    }

    /** What is picked at the very end is said by the list below the article already. */
    private static List<Block> withoutClosingPicks(List<Block> blocks) {
        int end = blocks.size();
        while (end > 0 && blocks.get(end - 1) instanceof Block.ReadAlso) {
            end--;
        }
        return blocks.subList(0, end);
    }

    private Part figure(Block.Image image, boolean first, boolean opening) {
        Medium medium = pictures.get(image.media());
        Picture picture = medium == null
                ? null
                : new Picture(medium.url(), medium.width(), medium.height(), image.alt());
        return new Part.Figure(picture, image.caption(), image.credit(), first, opening);
    }

    private Part player(String url, @Nullable String title) {
        String embed = EmbeddedVideo.at(url).map(EmbeddedVideo::player).orElse(null);
        String name = title == null || title.isBlank() ? video : title;
        return new Part.Video(name, url, embed, EmbeddedVideo.hostOf(url));
    }
}
