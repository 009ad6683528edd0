package news.kiosque.articles.page;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.article.Article;
import news.kiosque.articles.article.Articles;
import news.kiosque.articles.article.ArticlesByMonth;
import news.kiosque.articles.article.Block;
import news.kiosque.articles.article.Content;
import news.kiosque.articles.article.Related;
import news.kiosque.articles.article.StoredArticles;
import news.kiosque.articles.article.Urls;
import news.kiosque.articles.article.Withdrawal;
import news.kiosque.articles.author.Author;
import news.kiosque.articles.author.Authors;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.feed.FeedsForTests;
import news.kiosque.articles.media.Media;
import news.kiosque.articles.outbox.OutboxSignal;
import news.kiosque.articles.search.SearchIndex;
import news.kiosque.articles.section.Section;
import news.kiosque.articles.section.Sections;
import news.kiosque.articles.section.StoredSections;
import news.kiosque.articles.tag.Tag;
import news.kiosque.articles.tag.Tags;
import news.kiosque.articles.url.Addresses;
import news.kiosque.events.Order;
import news.kiosque.events.RelatedComputed;
import news.kiosque.testkit.TestMongo;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages and feeds from a real store, without the rest of the service. */
class PageIT {
    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

    private static MongoClient client;
    private static AnnotationConfigApplicationContext service;
    private static WebTestClient browser;

    @BeforeAll
    static void fill() {
        client = MongoClients.create(TestMongo.uri());
        MongoDatabase database = client.getDatabase(TestMongo.freshDatabase());
        service = new AnnotationConfigApplicationContext();
        service.registerBean(MongoDatabase.class, () -> database);
        service.registerBean(InstantSource.class, InstantSource::system);
        service.registerBean(SearchIndex.class, () -> Mockito.mock(SearchIndex.class));
        service.registerBean(PageScripts.class, () -> PageScripts.NONE);
        service.register(OutboxSignal.class, Articles.class, ArticlesByMonth.class, Urls.class, Addresses.class,
                Sections.class, Authors.class,
                Tags.class,
                Media.class, Pictures.class, Frames.class, Teasers.class, ArticleSetting.class, ArticlePages.class,
                ListSubjects.class, ListSetting.class, ListPages.class, PlainPages.class,
                SearchSetting.class, SearchPages.class, PageRoutes.class,
                PageConfiguration.class);
        service.register(FeedsForTests.beans());
        service.refresh();
        await(StoredSections.put(service.getBean(Sections.class), new Section(Edition.fr, "monde", "Monde", 1)));
        await(StoredSections.put(service.getBean(Sections.class),
                new Section(Edition.fr, "monde/europe", "Europe", 1)));
        await(service.getBean(Authors.class).note(Edition.fr, Author.named("Anne Delmas")));
        await(service.getBean(Tags.class).note(Edition.fr, Tag.named("Bélarus")));
        put(article("a1", "monde/europe", 0, List.of("a2"), List.of("a3", "a4")));
        put(article("a2", "monde", 1, List.of(), List.of("a1")));
        put(article("a3", "monde", 2, List.of(), List.of()));
        put(withdrawn(article("a4", "monde", 3, List.of(), List.of())));
        await(service.getBean(Addresses.class).take("/monde/ancien", "article/a2"));
        browser = WebTestClient.bindToRouterFunction(routes()).build();
    }

    @AfterAll
    static void close() {
        service.close();
        client.close();
    }

    @Test
    void showsAnArticleAndWhatGoesWithIt() {
        Document page = page("/monde/europe/a1", 200);
        assertThat(page.select("h1").text()).isEqualTo("Titre a1");
        assertThat(page.select("nav.crumbs").text()).isEqualTo("Accueil » Monde » Europe » Titre a1");
        assertThat(page.select("#read-also h3").eachText()).containsExactly("Titre a2");
        assertThat(page.select("#related h3").eachText()).containsExactly("Titre a3");
    }

    @Test
    void tellsWhereAnArticleIsNowAndThatAnotherIsGone() {
        browser.get().uri("/monde/ancien").exchange().expectStatus().isEqualTo(301).expectHeader()
                .valueEquals("Location", "/monde/a2");
        assertThat(page("/monde/a4", 410).select("h1").text()).isEqualTo("Article retiré");
    }

    @Test
    void listsOnlyWhatIsLiveNewestFirst() {
        assertThat(headlines("/")).containsExactly("Titre a1", "Titre a2", "Titre a3");
        assertThat(headlines("/monde/")).containsExactly("Titre a1", "Titre a2", "Titre a3");
        assertThat(headlines("/monde/europe/")).containsExactly("Titre a1");
        assertThat(headlines("/auteur/anne-delmas")).containsExactly("Titre a1", "Titre a2", "Titre a3");
        assertThat(headlines("/mot-cle/belarus")).containsExactly("Titre a1", "Titre a2", "Titre a3");
        assertThat(headlines("/en/")).isEmpty();
    }

    @Test
    void feedsWhatIsLive() {
        Document feed = machine("/feed.xml", "application/rss+xml");
        assertThat(feed.select("item > link").eachText()).containsExactly("http://localhost:8080/monde/europe/a1",
                "http://localhost:8080/monde/a2", "http://localhost:8080/monde/a3");
        assertThat(machine("/monde/europe/feed.xml", "application/rss+xml").select("item > guid").eachText())
                .containsExactly("a1");
        assertThat(machine("/en/feed.xml", "application/rss+xml").select("item")).isEmpty();
        page("/rien/feed.xml", 404);
        page("//feed.xml", 404);
    }

    @Test
    void tellsRobotsWhereEverythingIs() {
        browser.get().uri("/robots.txt").exchange().expectStatus().isOk().expectBody(String.class)
                .value(text -> assertThat(text).contains("Sitemap: http://localhost:8080/sitemap.xml"));
        Document index = machine("/sitemap.xml", "application/xml");
        assertThat(index.select("sitemapindex > sitemap > lastmod")).isNotEmpty();
        List<String> named = index.select("sitemap > loc").eachText().stream()
                .map(address -> machine(URI.create(address).getPath(), "application/xml"))
                .flatMap(part -> part.select("urlset > url > loc").eachText().stream()).toList();
        assertThat(named).contains("http://localhost:8080/", "http://localhost:8080/en/",
                "http://localhost:8080/monde/europe/", "http://localhost:8080/monde/europe/a1")
                .doesNotContain("http://localhost:8080/monde/a4").doesNotHaveDuplicates();
        text("/sitemap-fr-1998-01.xml", 404);
        page("/sitemap-fr-1998-13.xml", 404);
    }

    @Test
    void servesTheMarkOfThePaper() {
        browser.get().uri("/assets/kiosque.svg").exchange().expectStatus().isOk().expectHeader()
                .contentType("image/svg+xml");
    }

    private static List<String> headlines(String path) {
        return page(path, 200).select(".teaser h2, .teaser h3").eachText();
    }

    private static Document page(String path, int status) {
        return Jsoup.parse(text(path, status));
    }

    private static Document machine(String path, String type) {
        browser.get().uri(path).exchange().expectHeader().contentType(type + ";charset=UTF-8");
        return Jsoup.parse(text(path, 200), Parser.xmlParser());
    }

    private static String text(String path, int status) {
        return Objects.requireNonNull(browser.get().uri(URI.create(path)).exchange().expectStatus()
                .isEqualTo(status).expectBody(String.class).returnResult().getResponseBody());
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static RouterFunction routes() {
        return service.getBeanProvider(RouterFunction.class).orderedStream().reduce((a, b) -> a.andOther(b))
                .orElseThrow();
    }

    private static void put(Article article) {
        await(new StoredArticles(service.getBean(MongoDatabase.class)).put(article));
        await(service.getBean(Addresses.class).take(Objects.requireNonNull(article.url()), "article/" + article.id()));
    }

    private static Article article(String id, String section, int age, List<String> picked, List<String> related) {
        Content content = Samples.content(section, "Titre " + id, "Chapeau.", "fr", List.of("Anne Delmas"),
                List.of(new Block.Paragraph("Un paragraphe."), new Block.ReadAlso(picked)));
        Instant published = NOON.minus(Duration.ofHours(age));
        var items = related.stream().map(each -> new RelatedComputed.Item(each, 1, List.of())).toList();
        return new Article(id, Edition.fr, 1, Article.State.LIVE, content, content, null, "/" + section + "/" + id,
                published,
                published, published, published, List.of(), null, new Order(1, 1),
                new Related(new Order(1, 1), "test", items, published));
    }

    private static Article withdrawn(Article article) {
        return new Article(article.id(), article.edition(), 2, Article.State.WITHDRAWN, article.draft(), null, null,
                article.url(), article.createdAt(), article.savedAt(), article.publishedAt(), article.modifiedAt(),
                List.of(), new Withdrawal("Erreur", false, NOON), new Order(1, 2), article.related());
    }

    private static void await(Mono<?> work) {
        work.block(Duration.ofSeconds(10));
    }
}
