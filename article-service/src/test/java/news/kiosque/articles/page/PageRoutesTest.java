package news.kiosque.articles.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.mongodb.MongoTimeoutException;
import news.kiosque.articles.article.Articles;
import news.kiosque.articles.article.Cursor;
import news.kiosque.articles.article.Listing;
import news.kiosque.articles.article.Resolution;
import news.kiosque.articles.article.Summary;
import news.kiosque.articles.article.Urls;
import news.kiosque.articles.author.Author;
import news.kiosque.articles.author.Authors;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.media.Media;
import news.kiosque.articles.search.Found;
import news.kiosque.articles.search.Question;
import news.kiosque.articles.search.SearchIndex;
import news.kiosque.articles.tag.Tags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.when;

class PageRoutesTest {
    private static final String PAGE = "/monde/europe/des-soldats-du-belarus";

    private final Articles articles = Mockito.mock(Articles.class);
    private final Urls urls = Mockito.mock(Urls.class);
    private final Authors authors = Mockito.mock(Authors.class);
    private final Tags tags = Mockito.mock(Tags.class);
    private final SearchIndex index = Mockito.mock(SearchIndex.class);
    private final Media media = Mockito.mock(Media.class);
    private final List<Summary> listed = Samples.summaries(8);
    private RouterFunction<ServerResponse> pages;
    private WebTestClient browser;

    @BeforeEach
    void open() {
        when(articles.live(any(), anyString())).thenReturn(Mono.empty());
        when(articles.live(Edition.fr, PAGE)).thenReturn(Mono.just(Samples.french()));
        when(articles.summaries(anyCollection())).thenReturn(Mono.just(listed));
        when(articles.latest(any(), anyInt(), any())).thenReturn(Flux.fromIterable(listed));
        when(urls.resolve(anyString())).thenReturn(Mono.empty());
        when(authors.find(any(), anyString())).thenReturn(Mono.empty());
        when(tags.find(any(), anyString())).thenReturn(Mono.empty());
        when(media.find(anyCollection())).thenReturn(Flux.fromIterable(Samples.PICTURES.values()));
        Templates templates = new Templates();
        Pictures pictures = new Pictures(media);
        PageRoutes routes = new PageRoutes(articles, urls, Samples.sections(), authors, tags,
                new ArticlePages(articles, pictures, Samples.articleSetting(), templates),
                new ListPages(articles, pictures, Samples.listSetting(), templates), Samples.subjects(),
                new SearchPages(index, articles, pictures, Samples.searchSetting(), Samples.SITE, templates),
                new PlainPages(Samples.SITE, Samples.frames(), templates));
        pages = new PageConfiguration().pages(routes);
        browser = WebTestClient.bindToRouterFunction(pages).build();
    }

    @Test
    void tellsCachesAllThatIsOnAnArticlesPage() {
        HttpHeaders headers = get(PAGE, 200).getResponseHeaders();
        assertThat(headers.getFirst("Surrogate-Key").split(" ")).containsExactlyInAnyOrder("article/a1", "article/n1",
                "article/n2", "article/n3", "article/n4", "article/n5", "article/n6", "article/n7", "article/n8",
                "section/fr/monde", "section/fr/monde/europe", "author/fr/anne-delmas", "author/fr/marc-lefevre");
        assertThat(headers.getCacheControl()).isEqualTo("max-age=0, must-revalidate, public");
        assertThat(headers.getContentType()).isEqualTo(MediaType.valueOf("text/html;charset=UTF-8"));
        assertThat(headers.getFirst(HttpHeaders.CONTENT_LANGUAGE)).isEqualTo("fr");
        assertThat(Instant.ofEpochMilli(headers.getLastModified())).isEqualTo(Samples.french().modifiedAt());
    }

    @Test
    void letsNothingInFromElsewhere() {
        HttpHeaders headers = get(PAGE, 200).getResponseHeaders();
        assertThat(headers.getFirst("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'self' 'sha256-")
                .contains("script-src 'self' 'sha256-", "img-src 'self'; ", "form-action 'self'",
                        "frame-src https://www.youtube-nocookie.com ")
                .doesNotContain("unsafe");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
    }

    @Test
    void letsInTheScriptsOfTheNewsroomAndWhatTheySpeakWith() {
        PageScripts scripts = new PageScripts(List.of("audience https://stats.example/count.js", "embeds /own.js"));
        WebTestClient.bindToRouterFunction(pages).webFilter(new PageScriptsPolicy(scripts)).build().get().uri(PAGE)
                .exchange().expectHeader().value("Content-Security-Policy",
                        policy -> assertThat(policy).containsPattern("script-src [^;]* https://stats.example;")
                                .contains("img-src 'self' https://stats.example;",
                                        "connect-src 'self' https://stats.example;", "form-action 'self';"));
    }

    @Test
    void asksTheStoreOnceForTheArticleAndOnceForAllThatItLists() {
        get(PAGE, 200);
        get(PAGE, 200);
        Mockito.verify(articles, Mockito.times(2)).live(Edition.fr, PAGE);
        Mockito.verify(articles, Mockito.times(2)).summaries(anyCollection());
        Mockito.verify(media, Mockito.times(1)).find(anyCollection());
        Mockito.verifyNoInteractions(urls, authors, tags);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
    void saysThatNothingHasChanged(String known) {
        String etag = Objects.requireNonNull(get(PAGE, 200).getResponseHeaders().getETag());
        var answer = browser.get().uri(PAGE).header("If-None-Match", known.formatted(etag)).exchange().expectStatus()
                .isNotModified().expectBody().isEmpty();
        assertThat(answer.getResponseHeaders().getETag()).isEqualTo(etag);
        assertThat(answer.getResponseHeaders().getFirst("Surrogate-Key")).contains("article/a1");
        browser.get().uri(PAGE).header("If-None-Match", "\"other\"").exchange().expectStatus().isOk();
    }

    @Test
    void answersHeadWithTheHeadersOfGet() {
        String etag = get(PAGE, 200).getResponseHeaders().getETag();
        browser.head().uri(PAGE).exchange().expectStatus().isOk().expectHeader().valueEquals("ETag",
                Objects.requireNonNull(etag));
    }

    @Test
    void sendsToTheOneAddressOfAPage() {
        movesTo("/monde", "/monde/");
        movesTo("/monde/europe?avant=x", "/monde/europe/?avant=x");
        movesTo("/en/world", "/en/world/");
        movesTo(PAGE + "/", PAGE);
        when(urls.resolve("/monde/ancien")).thenReturn(Mono.just(new Resolution.Moved(PAGE)));
        movesTo("/monde/ancien", PAGE);
    }

    @Test
    void saysThatAnArticleIsGone() {
        when(urls.resolve("/monde/retire"))
                .thenReturn(Mono.just(new Resolution.Gone(Edition.fr, Samples.PUBLISHED)));
        assertThat(body(get("/monde/retire", 410))).contains("Article retiré", "<html lang=\"fr\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/monde/rien", "/rien/", "/auteur/personne", "/mot-cle/rien", "/atom.xml",
            "/monde/%2e%2e/x",
            "/monde/?avant=rien", "/favicon.ico"})
    void saysThatThereIsNoSuchPage(String path) {
        EntityExchangeResult<byte[]> answer = get(path, 404);
        assertThat(body(answer)).contains("Page introuvable");
        assertThat(answer.getResponseHeaders().getContentType())
                .isEqualTo(MediaType.valueOf("text/html;charset=UTF-8"));
        assertThat(body(get("/en/nothing/here", 404))).contains("Page not found");
    }

    @Test
    void takesNothing() {
        for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.OPTIONS)) {
            browser.method(method).uri(PAGE).exchange().expectStatus().isEqualTo(405).expectHeader().valueEquals(
                    "Allow",
                    "GET, HEAD");
        }
    }

    @Test
    void showsWhatWasFoundAndIsStillLive() {
        when(index.find(any(), any())).thenReturn(Mono.just(new Found(2, false, 1,
                List.of(new Found.Item("n1", "Le <mark>comté</mark><img src=x onerror=alert(1)> & Cie"),
                        new Found.Item("withdrawn", "Retiré")),
                "Loukachenko")));
        when(articles.summaries(List.of("n1", "withdrawn"))).thenReturn(Mono.just(listed.subList(0, 1)));

        EntityExchangeResult<byte[]> answer = get("/recherche?q=comt%C3%A9&rubrique=monde&du=2026-11-01&tri=date", 200);

        assertThat(body(answer)).contains("<mark>comté</mark>", "q=Loukachenko&amp;rubrique=monde&amp;du=2026-11-01",
                "value=\"comté\"", "<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("onerror", "Retiré");
        assertThat(answer.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
        Mockito.verify(index).find(new Question("comté", Edition.fr, "monde", Instant.parse("2026-10-31T23:00:00Z"),
                null, true, 1), null);
    }

    @Test
    void saysThatNothingCanBeLookedForNow() {
        when(index.find(any(), any())).thenReturn(Mono.empty());
        assertThat(body(get("/recherche?q=comt%C3%A9", 200))).contains("momentanément indisponible");
        assertThat(body(get("/en/search?q=cheese", 200))).contains("unavailable for a moment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?q=", "?q=%20", "?q=a&page=0", "?q=a&page=-1&rubrique=../etc",
            "?q=a&du=hier&au=2026-02-31",
            "?q=%00%E2%80%AE", "?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "?q=a&q=b&page=999999999999999999999",
            "?q=%F0%9F%A7%80", "?q=%7B%7D%25&tri=%7Bq%7D"})
    void takesWhateverIsAsked(String query) {
        when(index.find(any(), any())).thenReturn(Mono.just(new Found(0, false, 0, List.of(), null)));
        assertThat(body(get("/recherche" + query, 200))).contains("<form class=\"seek\"")
                .doesNotContain("<script>alert");
    }

    @Test
    void listsWhatAnAuthorWrote() {
        when(authors.find(Edition.fr, "anne-delmas")).thenReturn(Mono.just(Author.named("Anne Delmas")));
        EntityExchangeResult<byte[]> answer = get("/auteur/anne-delmas", 200);
        assertThat(body(answer)).contains("<h1>Anne Delmas</h1>");
        assertThat(answer.getResponseHeaders().getFirst("Surrogate-Key"))
                .startsWith("author/fr/anne-delmas article/n1");
        Mockito.verify(articles).latest(eq(new Listing.OfAuthor(Edition.fr, "anne-delmas")), anyInt(), isNull());
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {
        List<Summary> many = Samples.summaries(25);
        when(articles.latest(any(), anyInt(), any())).thenReturn(Flux.fromIterable(many));
        String next = "/monde/?avant=" + many.get(23).cursor().encoded();
        assertThat(body(get("/monde/", 200))).contains("href=\"" + next + "\" rel=\"next\"");
        get(next, 200);
        Mockito.verify(articles).latest(new Listing.OfSection(Edition.fr, "monde"), 25,
                new Cursor(many.get(23).publishedAt(), many.get(23).id()));
    }

    @Test
    void saysToTryAgainWhenTheStoreIsAway() {
        when(articles.live(Edition.fr, PAGE)).thenReturn(Mono.error(new MongoTimeoutException("away")));
        HttpHeaders headers = get(PAGE, 503).getResponseHeaders();
        assertThat(headers.getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
        assertThat(headers.getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void tellsAFaultFromAStoreThatIsAway() {
        when(articles.summaries(anyCollection())).thenReturn(Mono.error(new IllegalStateException("a fault")));
        EntityExchangeResult<byte[]> answer = get(PAGE, 500);
        assertThat(body(answer)).doesNotContain("a fault", "Exception");
        assertThat(answer.getResponseHeaders().containsHeader(HttpHeaders.RETRY_AFTER)).isFalse();
    }

    private void movesTo(String from, String to) {
        assertThat(get(from, 301).getResponseHeaders().getFirst(HttpHeaders.LOCATION)).isEqualTo(to);
    }

    private EntityExchangeResult<byte[]> get(String path, int status) {
        return browser.get().uri(URI.create(path)).exchange().expectStatus().isEqualTo(status)
                .expectBody(byte[].class).returnResult();
    }

    private static String body(EntityExchangeResult<byte[]> answer) {
        return new String(Objects.requireNonNull(answer.getResponseBody()), StandardCharsets.UTF_8);
    }
}
