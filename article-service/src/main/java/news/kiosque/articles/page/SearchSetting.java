package news.kiosque.articles.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import news.kiosque.articles.article.Summary;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.media.Medium;
import news.kiosque.articles.page.view.Head;
import news.kiosque.articles.page.view.Link;
import news.kiosque.articles.page.view.SearchPage;
import news.kiosque.articles.page.view.SearchPage.Choice;
import news.kiosque.articles.page.view.SearchPage.Field;
import news.kiosque.articles.page.view.SearchPage.Form;
import news.kiosque.articles.page.view.Words;
import news.kiosque.articles.search.Found;
import news.kiosque.articles.search.Question;
import news.kiosque.articles.section.Sections;
import news.kiosque.articles.text.InlineHtml;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of a search together: the form, what was found, and how to go on. */
@Component
class SearchSetting {
    private final Site site;
    private final Frames frames;
    private final Teasers teasers;
    private final Sections sections;

    SearchSetting(Site site, Frames frames, Teasers teasers, Sections sections) {
        this.site = site;
        this.frames = frames;
        this.teasers = teasers;
        this.sections = sections;
    }

    /** @param excerpt HTML in which what was found is marked */
    record Hit(Summary article, String excerpt) {}

    /** The form alone. */
    SearchPage blank(SearchQuery query) {
        return page(query, null, null, null, List.of(), 0);
    }

    SearchPage unavailable(SearchQuery query) {
        Words words = Frames.words(query.edition());
        return page(query, words.searchUnavailable(), words.searchUnavailableText(), null, List.of(), 0);
    }

    SearchPage found(SearchQuery query, Found found, List<Hit> hits, Map<String, Medium> pictures) {
        Words words = Frames.words(query.edition());
        List<SearchPage.Hit> shown = hits.stream()
                .map(hit -> new SearchPage.Hit(teasers.teaser(hit.article(), query.edition(), "", pictures),
                        InlineHtml.marked(hit.excerpt())))
                .toList();
        String meant = found.suggestion();
        return page(query, outcome(words, found), found.total() == 0 ? words.searchNothingText() : null,
                meant == null ? null : new Link(query.saying(meant), meant), shown, found.pages());
    }

    private static String outcome(Words words, Found found) {
        return found.more()
                ? Words.fill(words.searchFoundOver(), found.total())
                : switch ((int) found.total()) {
                    case 0 -> words.searchNothing();
                    case 1 -> words.searchFoundOne();
                    default -> Words.fill(words.searchFound(), found.total());
                };
    }

    private SearchPage page(SearchQuery query, @Nullable String outcome, @Nullable String hint, @Nullable Link meant,
            List<SearchPage.Hit> hits, int pages) {
        Edition edition = query.edition();
        Words words = Frames.words(edition);
        String title = query.isEmpty() ? words.search() : Words.fill(words.searchFor(), query.text());
        Head head = new Head(title, words.searchDescription(), null, "website", null, null, null, List.of(),
                new Link(PagePaths.feed(edition), site.name(edition)), List.of());
        return new SearchPage(frames.frame(edition, ""), head, form(query, words), outcome, hint, meant, hits,
                query.page() > 1 ? query.page(query.page() - 1) : null,
                query.page() < pages ? query.page(query.page() + 1) : null);
    }

    private Form form(SearchQuery query, Words words) {
        SearchQuery.Names names = SearchQuery.Names.of(query.edition());
        List<Choice> places = new ArrayList<>();
        places.add(new Choice("", words.searchAllSections(), query.section().isEmpty()));
        sections.children(query.edition(), "").forEach(section -> places
                .add(new Choice(section.path(), section.name(), section.path().equals(query.section()))));
        List<Choice> orders = List.of(new Choice(names.relevance(), words.searchRelevance(), !query.newestFirst()),
                new Choice(names.newest(), words.searchNewest(), query.newestFirst()));
        return new Form(PagePaths.search(query.edition()), query.text(), new Field(names.section(), places),
                new Field(names.sort(), orders), names.from(), query.from() == null ? "" : query.from().toString(),
                names.to(), query.to() == null ? "" : query.to().toString(), Question.LONGEST_TEXT);
    }
}
