package news.kiosque.standalone.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads an article as writers like to write it: a few named lines, an empty line, then blocks with empty lines between.
 *
 * <pre>
 * ## A heading
 * &gt; A quotation           — its source on the next line
 * - an item               or 1. for an ordered list
 * ![alt text](picture)    caption and credit on the next two lines
 * [video: title](address)
 * =&gt; key, key             read also
 * </pre>
 *
 * Anything else is a paragraph. {@code *Words*} between stars are emphasised; the few HTML tags that the API knows stay.
 */
final class Manuscript {

    private static final Pattern IMAGE = Pattern.compile("!\\[(.+)]\\((.+)\\)");
    private static final Pattern VIDEO = Pattern.compile("\\[video: (.+)]\\((.+)\\)");
    private static final Pattern EMPHASIS = Pattern.compile("\\*([^*]+)\\*");

    private Manuscript() {}

    /** @throws IllegalArgumentException naming the article and the part that is missing or not understood */
    static DemoArticle read(String key, String text) {
        try {
            var parts = List.of(text.strip().split("\n\n+"));
            var head = head(parts.getFirst());
            return new DemoArticle(key, required(head, "section"), required(head, "headline"),
                    required(head, "standfirst"), names(required(head, "authors")), names(required(head, "tags")),
                    parts.stream().skip(1).map(Manuscript::block).toList());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Article " + key + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> head(String lines) {
        var head = new HashMap<String, String>();
        lines.lines().forEach(line -> {
            var named = line.split(": ", 2);
            if (named.length < 2) {
                throw new IllegalArgumentException("Expected \"name: value\" but found \"" + line + "\".");
            }
            head.put(named[0], named[1].strip());
        });
        return head;
    }

    private static String required(Map<String, String> head, String name) {
        var value = head.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The line \"" + name + ": …\" is missing.");
        }
        return value;
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).toList();
    }

    private static Map<String, Object> block(String text) {
        var lines = text.lines().toList();
        var first = lines.getFirst();
        if (first.startsWith("## ")) {
            return block("heading", "text", inline(first.substring(3)));
        }
        if (first.startsWith("> ")) {
            return block("quote", "text", inline(first.substring(2)), "cite", source(lines));
        }
        if (first.startsWith("- ") || first.startsWith("1. ")) {
            return block("list", "items", lines.stream().map(Manuscript::item).toList(), "ordered",
                    first.startsWith("1."));
        }
        if (first.startsWith("=> ")) {
            return block("read-also", "articles", names(first.substring(3)));
        }
        var image = IMAGE.matcher(first);
        if (image.matches()) {
            if (lines.size() != 3) {
                throw new IllegalArgumentException("A picture needs a caption and a credit below it: " + first);
            }
            return block("image", "media", image.group(2), "alt", image.group(1), "caption", lines.get(1), "credit",
                    lines.get(2));
        }
        var video = VIDEO.matcher(first);
        if (video.matches()) {
            return block("video", "url", video.group(2), "title", video.group(1));
        }
        return block("paragraph", "text", inline(String.join(" ", lines)));
    }

    private static String source(List<String> lines) {
        if (lines.size() != 2 || !lines.get(1).startsWith("— ")) {
            throw new IllegalArgumentException("A quotation needs its source below it, after a dash.");
        }
        return lines.get(1).substring(2);
    }

    private static String item(String line) {
        return inline(line.replaceFirst("^(-|\\d+\\.) ", ""));
    }

    private static String inline(String text) {
        return EMPHASIS.matcher(text).replaceAll("<em>$1</em>");
    }

    private static Map<String, Object> block(String type, Object... namesAndValues) {
        var block = new LinkedHashMap<String, Object>();
        block.put("type", type);
        for (var i = 0; i < namesAndValues.length; i += 2) {
            block.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return block;
    }
}
