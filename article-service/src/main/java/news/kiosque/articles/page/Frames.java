package news.kiosque.articles.page;

import java.util.List;
import java.util.stream.Stream;

import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.page.view.Frame;
import news.kiosque.articles.page.view.Link;
import news.kiosque.articles.page.view.Words;
import news.kiosque.articles.section.Section;
import news.kiosque.articles.section.Sections;
import org.springframework.stereotype.Component;

/** Puts together what surrounds the content of a page. */
@Component
class Frames {
    private final Site site;
    private final Sections sections;
    private final PageScripts scripts;

    Frames(Site site, Sections sections, PageScripts scripts) {
        this.site = site;
        this.sections = sections;
        this.scripts = scripts;
    }

    static Words words(Edition edition) {
        return Words.in(edition.name(), edition.name());
    }

    /** @param section path of the section that the page is in; empty for none */
    Frame frame(Edition edition, String section) {
        Words words = words(edition);
        Edition other = edition == Edition.fr ? Edition.en : Edition.fr;
        List<Frame.Entry> navigation = sections.children(edition, "").stream()
                .map(top -> new Frame.Entry(link(top), (section + "/").startsWith(top.path() + "/"))).toList();
        return new Frame(words, new Link(PagePaths.home(edition), site.name(edition)),
                new Link(PagePaths.home(other), words.otherEdition()), navigation, PagePaths.feed(edition),
                PagePaths.legal(edition), new Link(PagePaths.search(edition), words.search()), scripts.waiting());
    }

    /** From the home page down to the section. */
    List<Link> trail(Edition edition, String section) {
        return Stream.concat(Stream.of(home(edition)), sections.line(edition, section).stream().map(Frames::link))
                .toList();
    }

    static Link home(Edition edition) {
        return new Link(PagePaths.home(edition), words(edition).home());
    }

    static Link link(Section section) {
        return new Link(section.url(), section.name());
    }
}
