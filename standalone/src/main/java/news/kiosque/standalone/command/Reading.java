package news.kiosque.standalone.command;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a site as a few readers would, so that what pages need is in the recording. */
final class Reading {
    private static final List<String> BEGINNINGS = List.of("/", "/en/", "/feed.xml", "/sitemap.xml", "/choix",
            "/health");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final int LINKS_FOLLOWED = 25;
    private static final int TIMEOUT_MILLISECONDS = 10_000;

    private final URI site;

    Reading(URI site) {
        this.site = site;
    }

    void read() throws IOException {
        for (var beginning : BEGINNINGS) {
            var links = LINK.matcher(get(beginning)).results().map(link -> link.group(1)).distinct()
                    .limit(LINKS_FOLLOWED).toList();
            for (var link : links) {
                get(link);
            }
        }
    }

    /** An error page is read like any other. */
    private String get(String path) throws IOException {
        var request = (HttpURLConnection) site.resolve(path).toURL().openConnection();
        request.setConnectTimeout(TIMEOUT_MILLISECONDS);
        request.setReadTimeout(TIMEOUT_MILLISECONDS);
        boolean good = request.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST;
        try (var body = good ? request.getInputStream() : request.getErrorStream()) {
            return body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
