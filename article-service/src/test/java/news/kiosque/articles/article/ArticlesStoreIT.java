package news.kiosque.articles.article;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import news.kiosque.articles.author.Author;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.outbox.OutboxSignal;
import news.kiosque.articles.store.CollectionIndexes;
import news.kiosque.articles.tag.Tag;
import news.kiosque.events.Order;
import news.kiosque.events.RelatedComputed;
import news.kiosque.platform.kafka.OutgoingEvent;
import news.kiosque.testkit.OnEveryStore;
import news.kiosque.testkit.StoreServer;
import news.kiosque.testkit.TestMongo;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What articles ask of the store. */
@OnEveryStore
class ArticlesStoreIT {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final MongoClient client;
    private final MongoDatabase database;
    private final Articles articles;
    private final Manuscripts manuscripts;
    private final KeepRelated related;
    private final Revisions revisions;

    ArticlesStoreIT(StoreServer server) {
        client = MongoClients.create(server.uri());
        database = client.getDatabase(TestMongo.freshDatabase());
        articles = new Articles(database);
        manuscripts = new Manuscripts(database, new OutboxSignal());
        related = new KeepRelated(database, new OutboxSignal(), () -> NOW);
        revisions = new Revisions(database);
    }

    @BeforeEach
    void index() {
        var indexes = new ArticleIndexes();
        Flux.just(indexes.indexesOfArticles(), indexes.indexesOfRevisions()).flatMap(this::make).blockLast();
    }

    private Flux<String> make(CollectionIndexes wanted) {
        return Flux.from(database.getCollection(wanted.collection()).createIndexes(wanted.indexes()));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void keepsADraftOnceHoweverOftenItIsSent() {
        Article draft = draft("a", "monde");

        assertThat(manuscripts.add(draft, "request").block()).isEqualTo(draft);
        assertThat(manuscripts.add(draft("a", "sport"), "request").block()).isEqualTo(draft);
        assertThatThrownBy(() -> manuscripts.add(draft, "another request").block())
                .isInstanceOf(IdempotencyKeyReused.class);
        assertThat(manuscripts.find("a").block()).isEqualTo(draft);
        assertThatThrownBy(() -> manuscripts.find("b").block()).isInstanceOf(NoSuchArticle.class);
    }

    @Test
    void putsStateAndEventsInPlaceInOneWrite() {
        Article draft = added(draft("a", "monde"));
        Article live = replaced(draft, draft.published("/monde/a", "anne", NOW), "first", "second");

        assertThat(manuscripts.find("a").block()).isEqualTo(live);
        assertThat(outbox("a")).containsExactly("first", "second");
        assertThat(articles.live(Edition.fr, "/monde/a").block()).isEqualTo(live);
        replaced(live, live.withdrawn("wrong", false, NOW), "third");
        assertThat(articles.live(Edition.fr, "/monde/a").block()).isNull();
        assertThat(outbox("a")).containsExactly("first", "second", "third");
    }

    @Test
    void refusesAChangeOfWhatHasChangedAndKeepsNoEventOfIt() {
        Article draft = added(draft("a", "monde"));
        replaced(draft, draft.saved(content("sport", "Autre"), NOW), "first");

        assertThatThrownBy(() -> replaced(draft, draft.published("/monde/a", "anne", NOW), "lost"))
                .isInstanceOf(StaleRevision.class);
        assertThat(outbox("a")).containsExactly("first");
    }

    @Test
    void letsOneOfManyEditorsWinWhoSaveAtOnce() {
        Article draft = added(draft("a", "monde"));
        List<String> winners = Flux.range(0, 24)
                .flatMap(i -> manuscripts.replace(draft, draft.saved(content("monde", "Par " + i), NOW),
                        List.of(event("e" + i))).map(_ -> "e" + i)
                        .onErrorResume(StaleRevision.class, _ -> Mono.empty()),
                        24)
                .collectList().block();

        assertThat(winners).hasSize(1);
        assertThat(outbox("a")).isEqualTo(winners);
    }

    @Test
    void listsLiveArticlesNewestFirstPageByPage() {
        IntStream.range(0, 25).forEach(i -> live("a%02d".formatted(i), i % 2 == 0 ? "monde/europe" : "sport",
                NOW.plusSeconds(i / 3)));
        added(draft("draft", "monde"));

        assertThat(pages(new Listing.OfEdition(Edition.fr))).hasSize(25).isSortedAccordingTo(
                Collections.reverseOrder());
        assertThat(pages(new Listing.OfSection(Edition.fr, "monde"))).hasSize(13)
                .isEqualTo(pages(new Listing.OfSection(Edition.fr, "monde/europe")));
        assertThat(pages(new Listing.OfAuthor(Edition.fr, Author.named("Anne Œuvrard").slug()))).hasSize(25);
        assertThat(pages(new Listing.OfTag(Edition.fr, Tag.named("sport").slug()))).hasSize(12);
        assertThat(pages(new Listing.OfEdition(Edition.en))).isEmpty();
    }

    @Test
    void keepsEachLiveArticleInTheMonthOfItsPublication() {
        Instant may = Instant.parse("2019-05-31T23:59:59Z");
        live("a", "monde", may);
        live("b", "monde", may.plusSeconds(1));
        Article oldest = live("c", "monde", may.minusSeconds(60));
        replaced(oldest, oldest.published("/monde/c", "bob", NOW));
        Article gone = live("d", "monde", Instant.parse("2018-01-01T00:00:00Z"));
        replaced(gone, gone.withdrawn("wrong", false, NOW));
        ArticlesByMonth byMonth = new ArticlesByMonth(database);

        assertThat(byMonth.months(Edition.fr).collectList().block()).containsExactly(
                new Month(YearMonth.of(2019, 5), 2, NOW), new Month(YearMonth.of(2019, 6), 1, may.plusSeconds(1)));
        assertThat(byMonth.months(Edition.en).collectList().block()).isEmpty();
        assertThat(places(byMonth, 0, 10)).containsExactly("/monde/c", "/monde/a");
        assertThat(places(byMonth, 1, 10)).containsExactly("/monde/a");
        assertThat(places(byMonth, 0, 1)).containsExactly("/monde/c");
    }

    private static List<String> places(ArticlesByMonth byMonth, int skip, int limit) {
        return byMonth.in(Edition.fr, YearMonth.of(2019, 5), skip, limit).map(ArticlesByMonth.Place::url)
                .collectList().block();
    }

    @Test
    void givesSummariesOfLiveArticlesInTheOrderAskedFor() {
        live("a", "monde", NOW);
        live("b", "monde", NOW);
        added(draft("c", "monde"));

        assertThat(articles.summaries(List.of("b", "c", "nobody", "a", "b")).block()).extracting(Summary::id)
                .containsExactly("b", "a");
        assertThat(manuscripts.unknown(List.of("a", "c", "nobody")).block()).containsExactly("nobody");
    }

    @Test
    void keepsTheNewestRelatedListAndTellsOfThePageThatShowsIt() {
        live("a", "monde", NOW);
        List<String> before = outbox("a");
        related.keep(computed("a", 2, "b", "c")).block();
        related.keep(computed("a", 1, "d")).block();
        related.keep(computed("nobody", 1, "d")).block();

        assertThat(manuscripts.find("a").block().related().articles()).containsExactly("b", "c");
        assertThat(outbox("a")).hasSize(before.size() + 1);
        assertThat(manuscripts.listing("c").block()).containsExactly("a");
        assertThat(manuscripts.listing("d").block()).isEmpty();
    }

    @Test
    void keepsTheHighestOfManyRelatedListsAtOnce() {
        live("a", "monde", NOW);
        Flux.range(1, 4).flatMap(i -> related.keep(computed("a", i, "b" + i)), 4).then().block();

        assertThat(manuscripts.find("a").block().related().articles()).containsExactly("b4");
    }

    @Test
    void keepsEveryVersionThatWasLiveNewestFirst() {
        Article first = live("a", "monde", NOW);
        Article saved = replaced(first, first.saved(content("monde", "Titre 2"), NOW));
        Article second = released(saved, saved.published("/monde/a", "bob", NOW.plusSeconds(1)));
        live("b", "monde", NOW);

        assertThat(history(second)).containsExactly("Titre 2 by bob", "Titre by anne");
        assertThat(history(released(second, second.withdrawn("wrong", false, NOW))))
                .containsExactly("Titre 2 by bob", "Titre by anne");
    }

    @Test
    void losesNoVersionWhoseReplacementFailed() {
        Article first = live("a", "monde", NOW);
        revisions.keep(first).block();

        assertThat(history(manuscripts.find("a").block())).containsExactly("Titre by anne");
        assertThat(history(released(first, first.published("/monde/a", "bob", NOW)))).containsExactly("Titre by bob",
                "Titre by anne");
    }

    private Article released(Article before, Article after) {
        revisions.keep(before).block();
        return replaced(before, after);
    }

    private List<String> history(Article article) {
        return revisions.of(article).map(revision -> revision.content().headline() + " by " + revision.by())
                .collectList().block();
    }

    private List<String> pages(Listing listing) {
        List<String> all = new ArrayList<>();
        @Nullable
        Cursor place = null;
        List<Summary> page;
        do {
            page = articles.latest(listing, 4, place).collectList().block();
            page.forEach(summary -> all.add(summary.id()));
            place = page.isEmpty() ? null : page.getLast().cursor();
        } while (!page.isEmpty());
        return all;
    }

    private Article live(String id, String section, Instant at) {
        Article draft = added(draft(id, section));
        return replaced(draft, draft.published("/" + section + "/" + id, "anne", at), "published-" + id);
    }

    private Article added(Article article) {
        return manuscripts.add(article, "request").block();
    }

    private Article replaced(Article before, Article after, String... events) {
        return manuscripts.replace(before, after, List.of(events).stream().map(ArticlesStoreIT::event).toList())
                .block();
    }

    private static Article draft(String id, String section) {
        return Article.drafted(id, Edition.fr, content(section, "Titre"), NOW);
    }

    static Content content(String section, String headline) {
        return new Content(section, headline, "Chapeau", "fr", List.of(Author.named("Anne Œuvrard")),
                List.of(Tag.named(section)), List.of(new Block.Paragraph("Un <em>mot</em>.")), null);
    }

    private static RelatedComputed computed(String article, long number, String... ids) {
        return new RelatedComputed(new Order(0, number), article, "test",
                List.of(ids).stream().map(id -> new RelatedComputed.Item(id, 1, List.of())).toList(), NOW);
    }

    private static OutgoingEvent event(String id) {
        return new OutgoingEvent(id, "news.kiosque.article.published.v1", "kiosque.article", "key", NOW, new byte[0]);
    }

    private List<String> outbox(String id) {
        return Mono.from(database.getCollection(Articles.COLLECTION).find(Filters.eq("_id", id))).block()
                .getList("outbox", Document.class, List.of()).stream().map(entry -> entry.getString("id")).toList();
    }
}
