package news.kiosque.articles.page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedVideoTest {

    @ParameterizedTest
    @CsvSource({
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ, https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1",
            "https://m.youtube.com/watch?t=3&v=dQw4w9WgXcQ&x=1, https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1",
            "https://youtu.be/dQw4w9WgXcQ?t=3, https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1",
            "https://vimeo.com/76979871, https://player.vimeo.com/video/76979871?autoplay=1&dnt=1",
            "https://www.dailymotion.com/video/x8abcde, https://geo.dailymotion.com/player.html?video=x8abcde"})
    void knowsThePlayersOfKnownHosts(String url, String player) {
        assertThat(EmbeddedVideo.at(url)).get().extracting(EmbeddedVideo::player).isEqualTo(player);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/film.mp4", "https://evil.example/?https://youtu.be/dQw4w9WgXcQ",
            "javascript:alert(1)//youtu.be/dQw4w9WgXcQ", "https://youtu.be.evil.example/dQw4w9WgXcQ",
            "https://youtu.be/\"onload=x"})
    void onlyLinksTheRest(String url) {
        assertThat(EmbeddedVideo.at(url)).isEmpty();
    }

    @Test
    void namesTheHost() {
        assertThat(EmbeddedVideo.hostOf("https://vimeo.com/1")).isEqualTo("Vimeo");
        assertThat(EmbeddedVideo.hostOf("https://films.example.org/1")).isEqualTo("films.example.org");
        assertThat(EmbeddedVideo.hostOf("not an address")).isEmpty();
    }

    @Test
    void onlyPlaysFromWhereThePolicyLetsItPlay() {
        assertThat(EmbeddedVideo.origins()).containsExactly("https://www.youtube-nocookie.com",
                "https://player.vimeo.com", "https://geo.dailymotion.com");
    }
}
