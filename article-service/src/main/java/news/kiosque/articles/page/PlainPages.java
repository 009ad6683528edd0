package news.kiosque.articles.page;

import java.util.List;

import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.page.view.Head;
import news.kiosque.articles.page.view.Link;
import news.kiosque.articles.page.view.PlainPage;
import news.kiosque.articles.page.view.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The pages that say one thing, in the house style and the language of the edition. */
@Component
class PlainPages {
    private final Site site;
    private final Frames frames;
    private final Templates templates;

    PlainPages(Site site, Frames frames, Templates templates) {
        this.site = site;
        this.frames = frames;
        this.templates = templates;
    }

    Answer legal(Edition edition) {
        Words words = Frames.words(edition);
        List<String> lines = site.legal().getOrDefault(edition, List.of(words.legalMissing()));
        return page(HttpStatus.OK, edition, words.legal(), lines, home(edition),
                site.absolute(PagePaths.legal(edition)), null);
    }

    Answer notFound(Edition edition) {
        Words words = Frames.words(edition);
        return error(HttpStatus.NOT_FOUND, edition, words.notFound(), words.notFoundText());
    }

    Answer gone(Edition edition) {
        Words words = Frames.words(edition);
        return error(HttpStatus.GONE, edition, words.gone(), words.goneText());
    }

    Answer notAllowed(Edition edition) {
        Words words = Frames.words(edition);
        return error(HttpStatus.METHOD_NOT_ALLOWED, edition, words.notAllowed(), words.notAllowedText());
    }

    /** @param status why: for a moment, or because of a fault */
    Answer unavailable(Edition edition, HttpStatus status) {
        Words words = Frames.words(edition);
        return error(status, edition, words.unavailable(), words.unavailableText());
    }

    /** @param location path, with its query where it has one */
    Answer moved(Edition edition, String location) {
        Words words = Frames.words(edition);
        return page(HttpStatus.MOVED_PERMANENTLY, edition, words.moved(), List.of(words.movedText()),
                new Link(location, site.absolute(location)), null, location);
    }

    private Answer error(HttpStatus status, Edition edition, String heading, String text) {
        return page(status, edition, heading, List.of(text), home(edition), null, null);
    }

    private static Link home(Edition edition) {
        return new Link(PagePaths.home(edition), Frames.words(edition).backHome());
    }

    private Answer page(HttpStatus status, Edition edition, String heading, List<String> lines, Link next,
            @Nullable String canonical, @Nullable String location) {
        Head head = new Head(heading, lines.getFirst(), canonical, "website", null, null, null, List.of(),
                new Link(PagePaths.feed(edition), site.name(edition)), List.of());
        byte[] html = templates.render(new PlainPage(frames.frame(edition, ""), head, heading, lines, next));
        return Answer.page(status, edition, html, "", null, location);
    }
}
