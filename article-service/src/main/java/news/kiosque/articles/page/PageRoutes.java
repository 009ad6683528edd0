package news.kiosque.articles.page;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import news.kiosque.articles.article.Article;
import news.kiosque.articles.article.Articles;
import news.kiosque.articles.article.Cursor;
import news.kiosque.articles.article.Resolution;
import news.kiosque.articles.article.Urls;
import news.kiosque.articles.author.Authors;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.section.Section;
import news.kiosque.articles.section.Sections;
import news.kiosque.articles.tag.Tags;
import news.kiosque.platform.problem.StoreProblems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Finds the page for each path that no other part of the service answers at. */
@Component
class PageRoutes {
    private static final Logger log = LoggerFactory.getLogger(PageRoutes.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Articles articles;
    private final Urls urls;
    private final Sections sections;
    private final Authors authors;
    private final Tags tags;
    private final ArticlePages articlePages;
    private final ListPages listPages;
    private final ListSubjects subjects;
    private final SearchPages searchPages;
    private final PlainPages plainPages;

    PageRoutes(Articles articles, Urls urls, Sections sections, Authors authors, Tags tags, ArticlePages articlePages,
            ListPages listPages, ListSubjects subjects, SearchPages searchPages, PlainPages plainPages) {
        this.articles = articles;
        this.urls = urls;
        this.sections = sections;
        this.authors = authors;
        this.tags = tags;
        this.articlePages = articlePages;
        this.listPages = listPages;
        this.subjects = subjects;
        this.searchPages = searchPages;
        this.plainPages = plainPages;
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        PageAddress address = PageAddress.of(request.path());
        boolean reads = request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        Mono<Answer> answer = reads
                ? find(address, request).timeout(PATIENCE)
                        .onErrorResume(failure -> unavailable(request, address, failure))
                : Mono.just(plainPages.notAllowed(address.edition()));
        return answer.flatMap(found -> found.to(request));
    }

    private Mono<Answer> find(PageAddress address, ServerRequest request) {
        Edition edition = address.edition();
        Mono<Answer> found = switch (address) {
            case PageAddress.Home _ -> list(subjects.home(edition), request);
            case PageAddress.AuthorPage(_, var slug) -> authors.find(edition, slug)
                    .flatMap(author -> list(subjects.author(edition, author), request));
            case PageAddress.TagPage(_, var slug) -> tags.find(edition, slug)
                    .flatMap(tag -> list(subjects.tag(edition, tag), request));
            case PageAddress.Legal _ -> Mono.just(plainPages.legal(edition));
            case PageAddress.Search _ -> searchPages.page(edition, request);
            case PageAddress.Place place -> place(place, request);
            case PageAddress.Nowhere _ -> Mono.empty();
        };
        return found.switchIfEmpty(Mono.fromSupplier(() -> plainPages.notFound(edition)));
    }

    private Mono<Answer> list(ListSubject subject, ServerRequest request) {
        Optional<String> given = request.queryParam(PagePaths.cursorParameter(subject.listing().edition()));
        Optional<Cursor> before = given.flatMap(Cursor::decoded);
        return given.isPresent() && before.isEmpty()
                ? Mono.empty()
                : listPages.page(subject, before.orElse(null));
    }

    private Mono<Answer> place(PageAddress.Place place, ServerRequest request) {
        Optional<Section> section = sections.find(place.edition(), place.path());
        if (section.isPresent()) {
            return place.slash()
                    ? list(subjects.section(section.get()), request)
                    : Mono.just(moved(place.edition(), section.get().url(), request));
        }
        String path = place.edition().prefix() + "/" + place.path();
        return articles.live(place.edition(), path).map(Resolution.Here::new).cast(Resolution.class)
                .switchIfEmpty(Mono.defer(() -> urls.resolve(path)))
                .flatMap(resolution -> resolved(resolution, place, request));
    }

    private Mono<Answer> resolved(Resolution resolution, PageAddress.Place place, ServerRequest request) {
        return switch (resolution) {
            case Resolution.Here(var article) when place.slash() -> Mono.just(
                    moved(place.edition(), Objects.requireNonNull(article.url()), request));
            case Resolution.Here(Article article) -> articlePages.page(article);
            case Resolution.Moved(var url) -> Mono.just(moved(place.edition(), url, request));
            case Resolution.Gone(var edition, _) -> Mono.just(plainPages.gone(edition));
        };
    }

    private Answer moved(Edition edition, String path, ServerRequest request) {
        String query = request.uri().getRawQuery();
        return plainPages.moved(edition, query == null ? path : path + "?" + query);
    }

    private Mono<Answer> unavailable(ServerRequest request, PageAddress address, Throwable failure) {
        log.error("The page {} could not be made", request.path(), failure);
        HttpStatus status = failure instanceof TimeoutException || StoreProblems.isAway(failure)
                ? HttpStatus.SERVICE_UNAVAILABLE
                : HttpStatus.INTERNAL_SERVER_ERROR;
        return Mono.fromSupplier(() -> plainPages.unavailable(address.edition(), status));
    }
}
