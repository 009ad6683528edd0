package news.kiosque.articles.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import news.kiosque.articles.article.Article;
import news.kiosque.articles.article.Content;
import news.kiosque.articles.page.view.Link;
import news.kiosque.articles.page.view.Picture;
import news.kiosque.articles.tag.Tag;
import org.jspecify.annotations.Nullable;

import static news.kiosque.articles.page.StructuredData.ordered;

/**
 * An article as search engines want to know it.
 *
 * @param url of its page, absolute
 * @param picture the first one, with an absolute address
 */
record ArticleData(Site site, Article article, Content live, String url, String description,
        @Nullable Picture picture) {

    /** @param trail from the home page down to its section */
    String newsArticle(List<Link> trail) {
        Map<String, Object> data = ordered("headline", live.headline(), "description", description, "url", url,
                "mainEntityOfPage", url, "inLanguage", live.language(), "datePublished",
                Objects.requireNonNull(article.publishedAt()).toString(), "dateModified",
                Objects.requireNonNull(article.modifiedAt()).toString(), "author", authors(), "publisher", publisher(),
                "articleSection", trail.stream().skip(1).map(Link::text).toList(), "keywords",
                live.tags().stream().map(Tag::name).toList(), "wordCount", Body.words(live.body()),
                "isAccessibleForFree", true);
        if (picture != null) {
            data.put("image", ordered("@type", "ImageObject", "url", picture.src(), "width", picture.width(), "height",
                    picture.height()));
        }
        if (!article.corrections().isEmpty()) {
            data.put("correction", article.corrections().stream().map(
                    note -> ordered("@type", "CorrectionComment", "text", note.note(), "dateCreated",
                            note.at().toString()))
                    .toList());
        }
        return StructuredData.thing("NewsArticle", data);
    }

    private List<Map<String, Object>> authors() {
        return live.authors().stream().map(author -> ordered("@type", "Person", "name", author.name(), "url",
                site.absolute(PagePaths.author(article.edition(), author)))).toList();
    }

    private Map<String, Object> publisher() {
        return ordered("@type", "NewsMediaOrganization", "name", site.name(article.edition()), "url",
                site.absolute(PagePaths.home(article.edition())));
    }
}
