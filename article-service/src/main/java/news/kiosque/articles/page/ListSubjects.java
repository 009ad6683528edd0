package news.kiosque.articles.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import news.kiosque.articles.article.Listing;
import news.kiosque.articles.author.Author;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.page.view.Head;
import news.kiosque.articles.page.view.Link;
import news.kiosque.articles.page.view.Words;
import news.kiosque.articles.section.Section;
import news.kiosque.articles.section.Sections;
import news.kiosque.articles.tag.Tag;
import org.springframework.stereotype.Component;

/** What the pages with lists are about: an edition, a section, an author or a tag. */
@Component
class ListSubjects {
    private final Site site;
    private final Frames frames;
    private final Sections sections;

    ListSubjects(Site site, Frames frames, Sections sections) {
        this.site = site;
        this.frames = frames;
        this.sections = sections;
    }

    ListSubject home(Edition edition) {
        Words words = Frames.words(edition);
        Stream<Head.Alternate> editions = Arrays.stream(Edition.values())
                .map(each -> new Head.Alternate(each.name(), site.absolute(PagePaths.home(each))));
        Stream<Head.Alternate> any = Stream
                .of(new Head.Alternate("x-default", site.absolute(PagePaths.home(Edition.fr))));
        return new ListSubject(new Listing.OfEdition(edition), PagePaths.home(edition), "", List.of(),
                site.name(edition), "", words.homeDescription(), List.of(), "website",
                new SurrogateKeys(edition).home(), null, Stream.concat(editions, any).toList());
    }

    ListSubject section(Section section) {
        Edition edition = section.edition();
        List<Link> trail = frames.trail(edition, section.path());
        String description = Words.fill(Frames.words(edition).inSection(), section.name());
        return new ListSubject(new Listing.OfSection(edition, section.path()), section.url(), section.path(),
                trail.subList(0, trail.size() - 1), section.name(), "", description,
                sections.children(edition, section.path()).stream().map(Frames::link).toList(), "website",
                new SurrogateKeys(edition).sections(section.path()),
                new Link(section.url() + "feed.xml", site.name(edition) + " – " + section.name()), List.of());
    }

    ListSubject author(Edition edition, Author author) {
        Words words = Frames.words(edition);
        return new ListSubject(new Listing.OfAuthor(edition, author.slug()), PagePaths.author(edition, author), "",
                List.of(Frames.home(edition)), author.name(), words.author(),
                Words.fill(words.byAuthor(), author.name()), List.of(), "profile",
                new SurrogateKeys(edition).author(author), null, List.of());
    }

    ListSubject tag(Edition edition, Tag tag) {
        Words words = Frames.words(edition);
        return new ListSubject(new Listing.OfTag(edition, tag.slug()), PagePaths.tag(edition, tag), "",
                List.of(Frames.home(edition)), tag.name(), words.tag(), Words.fill(words.onTag(), tag.name()),
                List.of(), "website", new SurrogateKeys(edition).tag(tag), null, List.of());
    }
}
