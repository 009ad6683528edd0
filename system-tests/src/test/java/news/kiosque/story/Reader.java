package news.kiosque.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A reader without JavaScript, who keeps cookies. */
final class Reader {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;

    Reader(URI address) {
        this.address = address;
    }

    /** What a page says. */
    record Page(int status, HttpResponse<String> response, Document html) {

        /** The links in a part of the page, as paths. */
        List<String> links(String part) {
            return html.select(part + " a[href]").eachAttr("href");
        }

        String text(String part) {
            return html.select(part).text();
        }
    }

    Page open(String path) {
        HttpResponse<String> response = send(
                HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30)).build());
        return new Page(response.statusCode(), response, Jsoup.parse(response.body(), address.toString()));
    }

    int status(String path) {
        return open(path).status();
    }

    /** Sends the form that this button belongs to, as a browser would. */
    Page press(Page page, Element button) {
        Element form = button.closest("form");
        String fields = form.select("input[name], button[name]").stream()
                .filter(field -> field == button || isSent(field))
                .map(field -> encode(field.attr("name")) + "=" + encode(field.attr("value")))
                .collect(Collectors.joining("&"));
        URI target = page.response().uri().resolve(form.attr("action"));
        HttpResponse<String> response = send(HttpRequest.newBuilder(target).timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", page.response().uri().toString()).header("Sec-Fetch-Site", "same-origin")
                .header("Origin", address.toString()).POST(BodyPublishers.ofString(fields)).build());
        return new Page(response.statusCode(), response, Jsoup.parse(response.body(), address.toString()));
    }

    List<String> cookieNames() {
        return cookies.getCookieStore().getCookies().stream().map(cookie -> cookie.getName()).sorted().toList();
    }

    private static boolean isSent(Element field) {
        String type = field.attr("type");
        return field.normalName().equals("input")
                && (!(type.equals("checkbox") || type.equals("radio")) || field.hasAttr("checked"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
