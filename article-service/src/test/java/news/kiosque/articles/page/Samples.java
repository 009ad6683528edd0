package news.kiosque.articles.page;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import news.kiosque.articles.article.Article;
import news.kiosque.articles.article.Block;
import news.kiosque.articles.article.Content;
import news.kiosque.articles.article.Correction;
import news.kiosque.articles.article.Related;
import news.kiosque.articles.article.Summary;
import news.kiosque.articles.author.Author;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.media.Medium;
import news.kiosque.articles.section.Section;
import news.kiosque.articles.section.Sections;
import news.kiosque.articles.tag.Tag;
import news.kiosque.events.Order;
import news.kiosque.events.RelatedComputed;
import org.mockito.Mockito;

/** Articles, a tree of sections and pictures to set pages from, without a store. */
final class Samples {
    static final Instant PUBLISHED = Instant.parse("2026-11-23T09:05:00Z");
    static final Site SITE = new Site(URI.create("https://kiosque.example"), ZoneId.of("Europe/Paris"), Map.of(),
            Map.of());
    static final Map<String, Medium> PICTURES = Map.of("p1", medium("p1"), "p2", medium("p2"), "p3", medium("p3"));

    private static final List<Section> TREE = List.of(section(Edition.fr, "monde", "Monde"),
            section(Edition.fr, "monde/europe", "Europe"), section(Edition.fr, "france", "France"),
            section(Edition.fr, "economie", "Économie"), section(Edition.fr, "sciences", "Sciences"),
            section(Edition.fr, "culture", "Culture"), section(Edition.fr, "sport", "Sport"),
            section(Edition.en, "world", "World"), section(Edition.en, "business", "Business"));

    private Samples() {}

    static Frames frames() {
        return frames(PageScripts.NONE);
    }

    private static Frames frames(PageScripts scripts) {
        return new Frames(SITE, sections(), scripts);
    }

    static ArticleSetting articleSetting() {
        return articleSetting(PageScripts.NONE);
    }

    static ArticleSetting articleSetting(PageScripts scripts) {
        return new ArticleSetting(SITE, frames(scripts), new Teasers(SITE, sections()));
    }

    static ListSetting listSetting() {
        return new ListSetting(SITE, frames(), new Teasers(SITE, sections()));
    }

    static SearchSetting searchSetting() {
        return new SearchSetting(SITE, frames(), new Teasers(SITE, sections()), sections());
    }

    static ListSubjects subjects() {
        return new ListSubjects(SITE, frames(), sections());
    }

    static Section section(Edition edition, String path) {
        return sections().find(edition, path).orElseThrow();
    }

    /** A whole article with a block of each type. */
    static Article french() {
        return article(Edition.fr, "/monde/europe/des-soldats-du-belarus", content("monde/europe",
                "Ces soldats du Bélarus qui se battent aux côtés de l’Ukraine",
                "Exilés, ils ont pris les armes en 2022 et rêvent de rentrer libres à Minsk. Sur le front de l’Est, "
                        + "leur régiment est devenu un symbole que Kyiv soutient et que Loukachenko redoute.",
                "fr", List.of("Anne Delmas", "Marc Lefèvre"), blocks()), List.of("n2", "n3", "n4", "n5", "n6", "n7"));
    }

    static Article english() {
        return article(Edition.en, "/en/world/belarusian-soldiers", content("world",
                "The Belarusian soldiers fighting beside Ukraine", "Exiles took up arms in 2022.", "en",
                List.of("Anne Delmas"), List.of(new Block.Paragraph("They came by night."),
                        new Block.Video("https://vimeo.com/76979871", null))),
                List.of());
    }

    static Article article(Edition edition, String url, Content content, List<String> related) {
        var items = related.stream().map(id -> new RelatedComputed.Item(id, 1, List.of())).toList();
        return new Article("a1", edition, 3, Article.State.LIVE, content, content, null, url, PUBLISHED, PUBLISHED,
                PUBLISHED,
                PUBLISHED.plusSeconds(5400),
                List.of(new Correction("Une première version situait Bakhmout à l’ouest.",
                        PUBLISHED.plusSeconds(5400))),
                null, Order.NONE, new Related(Order.NONE, "test", items, PUBLISHED));
    }

    static Content content(String section, String headline, String standfirst, String language, List<String> authors,
            List<Block> body) {
        return new Content(section, headline, standfirst, language, authors.stream().map(Author::named).toList(),
                List.of(Tag.named("Bélarus"), Tag.named("Ukraine"), Tag.named("Guerre en Ukraine")), body, null);
    }

    /** Articles to list, newest first; every fourth is without a picture. */
    static List<Summary> summaries(int count) {
        List<String> headlines = List.of("À Vilnius, l’opposition en exil prépare l’après-Loukachenko",
                "Ukraine : l’hiver s’installe sur le front, les lignes ne bougent plus",
                "Le Parlement européen vote une aide de deux milliards pour les réfugiés",
                "Pourquoi les abeilles dansent : une énigme de cent ans enfin résolue",
                "La Seine retrouve ses saumons", "Inflation : ce que disent vraiment les chiffres de novembre",
                "Au Louvre, les nuits longues ont trouvé leur public",
                "Rugby : les Bleus s’imposent d’un souffle à Murrayfield");
        List<String> paths = List.of("monde/europe", "monde", "monde/europe", "sciences", "france", "economie",
                "culture", "sport");
        List<Summary> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int n = i % headlines.size();
            found.add(new Summary("n" + (i + 1), Edition.fr, "/" + paths.get(n) + "/article-" + (i + 1),
                    headlines.get(n), "Un chapeau de deux phrases, comme en ont les journaux. Il dit l’essentiel de "
                            + "ce qui suit, sans tout dévoiler.",
                    "fr", paths.get(n), List.of(Author.named("Anne Delmas")), PUBLISHED.minusSeconds(40_000L * i),
                    PUBLISHED.minusSeconds(40_000L * i),
                    i % 4 == 3 ? null : new Summary.Picture("p" + (i % 3 + 1), "Une image"), i % 3 == 1));
        }
        return found;
    }

    private static List<Block> blocks() {
        return List.of(
                new Block.Image("p1", "Des soldats marchent en file dans la neige, de dos",
                        "Des volontaires du régiment Kalinouski, près de Bakhmout, en <em>janvier</em>.",
                        "Photo : Marc Lefèvre / Kiosque"),
                new Block.Paragraph("Il est cinq heures du matin quand la radio grésille. « On y va », souffle "
                        + "l’homme que tous appellent <strong>Kot</strong>, le chat. Il a trente-quatre ans, il était "
                        + "informaticien à Minsk, et il n’a pas vu sa mère depuis l’été 2020, celui des "
                        + "<a href=\"/monde/europe/2020\">grandes manifestations</a> contre la réélection d’Alexandre "
                        + "Loukachenko."),
                new Block.Paragraph("Ils sont quelques centaines, peut-être un millier. Le régiment tait ses effectifs "
                        + "comme il tait les noms : au pays, les familles de ceux qui se battent risquent la prison. "
                        + "En mars 2022, quand les premiers sont arrivés à Kyiv, on leur a donné douze fusils pour "
                        + "quarante hommes."),
                new Block.Heading("« Rentrer, mais libres »"),
                new Block.Paragraph("Dans la cave qui leur sert de dortoir, une carte du Bélarus est clouée au mur. "
                        + "Chacun y a planté une épingle là où il a grandi. Hrodna, Brest, Vitebsk, Homiel : tout le "
                        + "pays est là, en trente-sept têtes de couleur."),
                new Block.Video("https://www.youtube.com/watch?v=dQw4w9WgXcQ",
                        "Dans la cave du régiment, avec les volontaires"),
                new Block.Quote("Nous ne sommes pas venus mourir pour un autre pays. Nous sommes venus apprendre "
                        + "comment on garde le sien.", "Kot, volontaire bélarusse"),
                new Block.ReadAlso(List.of("n2", "n1")),
                new Block.Paragraph("À Kyiv, on les regarde avec gratitude et avec prudence. Trois conditions "
                        + "reviennent dans toutes les conversations :"),
                new Block.ItemList(List.of("un commandement ukrainien, sans exception ;",
                        "pas d’opération au-delà de la frontière ;", "l’anonymat de ceux qui le demandent."), false),
                new Block.Image("p2", "Une rue vide, des façades noircies", "Bakhmout, vue du nord.", null),
                new Block.Paragraph("Le soir, ils parlent de ce qu’ils feront après. Kot veut ouvrir une école. "
                        + "« Pas d’informatique, précise-t-il. D’histoire. »"),
                new Block.ReadAlso(List.of("n1")));
    }

    static Sections sections() {
        Sections sections = Mockito.mock(Sections.class);
        Mockito.when(sections.find(Mockito.any(), Mockito.anyString()))
                .thenAnswer(call -> TREE.stream().filter(each -> each.edition() == call.getArgument(0))
                        .filter(each -> each.path().equals(call.getArgument(1))).findFirst());
        Mockito.when(sections.line(Mockito.any(), Mockito.anyString()))
                .thenAnswer(call -> Section.line(call.getArgument(1)).stream()
                        .flatMap(path -> sections.find(call.getArgument(0), path).stream()).toList());
        Mockito.when(sections.children(Mockito.any(), Mockito.anyString()))
                .thenAnswer(call -> TREE.stream().filter(each -> each.edition() == call.getArgument(0))
                        .filter(each -> Section.parent(each.path()).equals(call.getArgument(1))).toList());
        return sections;
    }

    private static Section section(Edition edition, String path, String name) {
        return new Section(edition, path, name, 0);
    }

    private static Medium medium(String id) {
        return new Medium(id, "image/jpeg", 1200, 800, 90_000, null, PUBLISHED);
    }
}
