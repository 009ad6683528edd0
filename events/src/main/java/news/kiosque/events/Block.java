package news.kiosque.events;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One block of an article's body. Which parts are present depends on the type:
 * <ul>
 * <li>{@code paragraph}, {@code heading}: text
 * <li>{@code image}: media, alt, caption, credit
 * <li>{@code video}: url, title
 * <li>{@code quote}: text, cite
 * <li>{@code list}: items, ordered
 * <li>{@code read-also}: articles
 * </ul>
 *
 * @param text inline HTML of {@code a em strong sub sup br} only, already cleaned; so are the items
 * @param media id of a picture in the article-service
 * @param articles ids of articles
 */
public record Block(String type, @Nullable String text, @Nullable String media, @Nullable String alt,
        @Nullable String caption, @Nullable String credit, @Nullable String url, @Nullable String title,
        @Nullable String cite, @Nullable List<String> items, @Nullable Boolean ordered,
        @Nullable List<String> articles) {}
