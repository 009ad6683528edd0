package news.kiosque.standalone.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * An article as its manuscript has it: blocks in the API's shape, but pictures by name and other articles by key.
 *
 * @param key the name of its file, unique in the edition; its page's address ends in it
 * @param section path of its section, such as {@code monde/europe}
 */
record DemoArticle(String key, String section, String headline, String standfirst, List<String> authors,
        List<String> tags, List<Map<String, Object>> body) {

    /** Names of the pictures that it shows, in order. */
    List<String> pictures() {
        return body.stream().filter(block -> block.get("type").equals("image"))
                .map(block -> (String) block.get("media")).toList();
    }

    /** Keys of the articles that it recommends, in order. */
    List<String> readAlso() {
        return body.stream().filter(block -> block.get("type").equals("read-also"))
                .flatMap(block -> keys(block).stream()).toList();
    }

    /** The article as it is posted, with the ids that the newsroom gave to its pictures and references. */
    Map<String, Object> toPost(String edition, UnaryOperator<String> mediaId, UnaryOperator<String> articleId) {
        var post = new LinkedHashMap<String, Object>();
        post.put("edition", edition);
        post.put("section", section);
        post.put("slug", key);
        post.put("headline", headline);
        post.put("standfirst", standfirst);
        post.put("authors", authors);
        post.put("tags", tags);
        post.put("body", body.stream().map(block -> withIds(block, mediaId, articleId)).toList());
        return post;
    }

    private static Map<String, Object> withIds(Map<String, Object> block, UnaryOperator<String> mediaId,
            UnaryOperator<String> articleId) {
        var posted = new LinkedHashMap<>(block);
        posted.computeIfPresent("media", (field, name) -> mediaId.apply((String) name));
        posted.computeIfPresent("articles", (field, keys) -> keys(block).stream().map(articleId).toList());
        return posted;
    }

    private static List<String> keys(Map<String, Object> block) {
        return ((List<?>) block.getOrDefault("articles", List.of())).stream().map(String.class::cast).toList();
    }
}
