package news.kiosque.articles.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import news.kiosque.articles.article.Articles;
import news.kiosque.articles.article.Summary;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.search.Found;
import news.kiosque.articles.search.SearchIndex;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** The pages on which readers look for articles; when nothing can be looked for, they say so. */
@Component
class SearchPages {
    /** With which the gateway allows what it forwards to be asked. */
    private static final String CREDENTIAL = "X-Kiosque-Search";

    private final SearchIndex index;
    private final Articles articles;
    private final Pictures pictures;
    private final SearchSetting setting;
    private final Site site;
    private final Templates templates;

    SearchPages(SearchIndex index, Articles articles, Pictures pictures, SearchSetting setting, Site site,
            Templates templates) {
        this.index = index;
        this.articles = articles;
        this.pictures = pictures;
        this.setting = setting;
        this.site = site;
        this.templates = templates;
    }

    Mono<Answer> page(Edition edition, ServerRequest request) {
        SearchQuery query = SearchQuery.of(edition, request);
        Mono<byte[]> html = query.isEmpty()
                ? Mono.fromSupplier(() -> templates.render(setting.blank(query)))
                : index.find(query.question(site.zone()), request.headers().firstHeader(CREDENTIAL))
                        .flatMap(found -> found(query, found))
                        .switchIfEmpty(Mono.fromSupplier(() -> templates.render(setting.unavailable(query))));
        return html.map(page -> Answer.fleeting(HttpStatus.OK, edition, page));
    }

    /** The store has the last word on what is live: what was withdrawn a moment ago is not shown. */
    private Mono<byte[]> found(SearchQuery query, Found found) {
        Map<String, String> excerpts = found.items().stream()
                .collect(Collectors.toMap(Found.Item::articleId, Found.Item::excerpt, (one, _) -> one));
        return articles.summaries(found.items().stream().map(Found.Item::articleId).toList())
                .map(live -> live.stream().filter(article -> article.edition() == query.edition()).toList())
                .flatMap(live -> pictures.find(ArticlePages.pictures(live).toList()).map(shown -> templates
                        .render(setting.found(query, found, hits(live, excerpts), shown))));
    }

    private static List<SearchSetting.Hit> hits(List<Summary> live, Map<String, String> excerpts) {
        return live.stream().map(article -> new SearchSetting.Hit(article,
                Optional.ofNullable(excerpts.get(article.id())).orElse(""))).toList();
    }
}
