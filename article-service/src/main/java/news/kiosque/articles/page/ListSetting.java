package news.kiosque.articles.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import news.kiosque.articles.article.Cursor;
import news.kiosque.articles.article.Summary;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.media.Medium;
import news.kiosque.articles.page.view.Head;
import news.kiosque.articles.page.view.Link;
import news.kiosque.articles.page.view.ListPage;
import news.kiosque.articles.page.view.Picture;
import news.kiosque.articles.page.view.Teaser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a list of articles together as its page shows it: one large, some in columns, the rest in rows. */
@Component
class ListSetting {
    private static final int IN_COLUMNS = 3;
    private static final int IN_COLUMNS_AT_HOME = 6;

    private final Site site;
    private final Frames frames;
    private final Teasers teasers;

    ListSetting(Site site, Frames frames, Teasers teasers) {
        this.site = site;
        this.frames = frames;
        this.teasers = teasers;
    }

    /**
     * @param before where the list goes on from an earlier page; null for its first page
     * @param more whether there are older articles than these
     */
    ListPage page(ListSubject subject, @Nullable Cursor before, List<Summary> articles, boolean more,
            Map<String, Medium> pictures) {
        Edition edition = subject.listing().edition();
        List<Teaser> all = articles.stream()
                .map(article -> teasers.teaser(article, edition, subject.section(), pictures)).toList();
        boolean first = before == null;
        int large = first && !all.isEmpty() ? 1 : 0;
        int columns = first ? subject.isHome() ? IN_COLUMNS_AT_HOME : IN_COLUMNS : 0;
        List<Teaser> others = all.subList(large, all.size());
        List<Teaser> second = others.subList(0, others.size() < IN_COLUMNS ? 0 : Math.min(columns, others.size()));
        return new ListPage(frames.frame(edition, subject.section()), head(subject, before, articles, pictures),
                subject.isHome(), subject.trail(), subject.heading(), subject.intro(), subject.subsections(),
                large == 1 ? all.getFirst() : null, second, others.subList(second.size(), others.size()),
                first ? null : subject.path(), more ? address(subject, articles.getLast().cursor()) : null);
    }

    private Head head(ListSubject subject, @Nullable Cursor before, List<Summary> articles,
            Map<String, Medium> pictures) {
        Edition edition = subject.listing().edition();
        Link feed = Objects.requireNonNullElseGet(subject.feed(),
                () -> new Link(PagePaths.feed(edition), site.name(edition)));
        List<Link> trail = Stream
                .concat(subject.trail().stream(), Stream.of(new Link(subject.path(), subject.heading())))
                .map(step -> new Link(site.absolute(step.href()), step.text())).toList();
        String title = subject.isHome() ? subject.heading() + " – " + subject.description() : subject.heading();
        return new Head(title, subject.description(), site.absolute(address(subject, before)), subject.type(),
                picture(articles, pictures), null, null, before == null ? subject.alternates() : List.of(), feed,
                List.of(subject.isHome() ? publisher(edition) : StructuredData.breadcrumb(trail)));
    }

    private @Nullable Picture picture(List<Summary> articles, Map<String, Medium> pictures) {
        return articles.stream().map(Summary::picture).filter(Objects::nonNull)
                .filter(picture -> pictures.containsKey(picture.medium())).findFirst().map(picture -> {
                    Medium medium = Objects.requireNonNull(pictures.get(picture.medium()));
                    return new Picture(site.absolute(medium.url()), medium.width(), medium.height(), picture.alt());
                }).orElse(null);
    }

    private String publisher(Edition edition) {
        return StructuredData.thing("NewsMediaOrganization", StructuredData.ordered("name", site.name(edition), "url",
                site.absolute(PagePaths.home(edition))));
    }

    private static String address(ListSubject subject, @Nullable Cursor before) {
        return before == null
                ? subject.path()
                : subject.path() + "?" + PagePaths.cursorParameter(subject.listing().edition()) + "="
                        + before.encoded();
    }
}
