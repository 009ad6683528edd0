package news.kiosque.articles.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A video as its host lets others show it.
 *
 * @param player address of the player
 * @param host what the host is called
 */
record EmbeddedVideo(String player, String host) {
    private static final Pattern WEB = Pattern.compile("https?://([^/:?#@]+)(?:[:/?#].*)?");

    /** The hosts whose videos play within a page, each with what leads to the video's name in its addresses. */
    private enum Host {
        YOUTUBE("YouTube", "https://www.youtube-nocookie.com", "/embed/%s?autoplay=1",
                "(?:youtube(?:-nocookie)?\\.com/(?:watch\\?(?:.*&)?v=|embed/|shorts/|live/)|youtu\\.be/)"), //
        VIMEO("Vimeo", "https://player.vimeo.com", "/video/%s?autoplay=1&dnt=1", "vimeo\\.com/(?:video/)?"), //
        DAILYMOTION("Dailymotion", "https://geo.dailymotion.com", "/player.html?video=%s",
                "(?:dailymotion\\.com/(?:embed/)?video/|dai\\.ly/)");

        private final String title;
        private final String origin;
        private final String path;
        private final Pattern addresses;

        Host(String title, String origin, String path, String addresses) {
            this.title = title;
            this.origin = origin;
            this.path = path;
            this.addresses = Pattern
                    .compile("https?://(?:www\\.|m\\.|player\\.)?" + addresses + "([\\w-]+)(?:[?&#/].*)?");
        }

        private Optional<EmbeddedVideo> find(String url) {
            Matcher matcher = addresses.matcher(url);
            return matcher.matches()
                    ? Optional.of(new EmbeddedVideo(origin + path.formatted(matcher.group(1)), title))
                    : Optional.empty();
        }
    }

    /** Whether a browser can be sent there. */
    static boolean isOnTheWeb(String url) {
        return WEB.matcher(url).matches();
    }

    /** Empty for a video that can only be linked. */
    static Optional<EmbeddedVideo> at(String url) {
        return Arrays.stream(Host.values()).flatMap(host -> host.find(url).stream()).findFirst();
    }

    /** Where players come from, for the Content-Security-Policy. */
    static List<String> origins() {
        return Arrays.stream(Host.values()).map(host -> host.origin).toList();
    }

    /** What to call the host of any video. */
    static String hostOf(String url) {
        return at(url).map(EmbeddedVideo::host).orElseGet(() -> {
            Matcher web = WEB.matcher(url);
            return web.matches() ? web.group(1) : "";
        });
    }
}
