package news.kiosque.articles.media;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A picture, without its bytes.
 *
 * @param id made from its bytes, so that the same picture is kept once
 * @param type such as {@code image/jpeg}
 * @param width in pixels
 * @param height in pixels
 * @param alt what somebody who cannot see it should know, where it was said at upload
 */
public record Medium(String id, String type, int width, int height, long size, @Nullable String alt,
        Instant createdAt) {

    public String url() {
        return "/media/" + id;
    }
}
