package news.kiosque.articles.page;

import java.util.Map;
import java.util.Optional;

import news.kiosque.articles.article.Summary;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.media.Medium;
import news.kiosque.articles.page.view.Link;
import news.kiosque.articles.page.view.Picture;
import news.kiosque.articles.page.view.Teaser;
import news.kiosque.articles.page.view.Words;
import news.kiosque.articles.section.Sections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets summaries of articles for lists. */
@Component
class Teasers {
    private final Site site;
    private final Sections sections;

    Teasers(Site site, Sections sections) {
        this.site = site;
        this.sections = sections;
    }

    /**
     * @param on the edition of the page that shows it
     * @param within path of the section that the page is about, which need not be said again; empty for none
     */
    Teaser teaser(Summary summary, Edition on, String within, Map<String, Medium> pictures) {
        Words words = Words.in(summary.language(), summary.edition().name());
        Optional<Link> section = summary.section().equals(within)
                ? Optional.empty()
                : sections.find(summary.edition(), summary.section()).map(Frames::link);
        return new Teaser(new Link(summary.url(), summary.headline()), summary.hasVideo() ? words.video() : "",
                words.language().equals(on.name()) ? null : summary.language(), summary.standfirst(),
                section.orElse(null), words.day(summary.publishedAt(), site.zone()), picture(summary, pictures));
    }

    private static @Nullable Picture picture(Summary summary, Map<String, Medium> pictures) {
        Summary.Picture first = summary.picture();
        Medium medium = first == null ? null : pictures.get(first.medium());
        return medium == null ? null : new Picture(medium.url(), medium.width(), medium.height(), first.alt());
    }
}
