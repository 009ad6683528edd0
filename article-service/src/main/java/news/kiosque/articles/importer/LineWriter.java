package news.kiosque.articles.importer;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import news.kiosque.articles.article.Article;
import news.kiosque.articles.article.ArticleJson;
import news.kiosque.articles.article.Content;
import news.kiosque.articles.article.Holdings.Holding;
import news.kiosque.articles.article.Origin;
import news.kiosque.articles.author.Author;
import news.kiosque.articles.page.Site;
import news.kiosque.articles.tag.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a live article as a line of an archive. */
@Component
class LineWriter {
    private final Site site;
    private final ZoneId zone;

    LineWriter(Site site) {
        this.site = site;
        this.zone = site.zone();
    }

    Map<String, @Nullable Object> line(Holding holding) {
        Article article = holding.article();
        Content live = Objects.requireNonNull(article.live());
        Origin origin = holding.origin();
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put(LineFields.ID, origin == null ? article.id() : origin.id());
        line.putAll(plain(live, Objects.requireNonNull(article.publishedAt())));
        line.put(LineFields.URL, site.absolute(Objects.requireNonNull(article.url())));
        if (origin != null) {
            AsWritten.restore(line, origin, live, article.publishedAt(), zone);
            if (!origin.source().equals(ImportApi.DEFAULT_SOURCE)) {
                line.put(LineFields.SOURCE, origin.source());
            }
        }
        if (live.authors().size() > 1) {
            line.put(LineFields.AUTHORS, live.authors().stream().map(Author::name).toList());
        }
        if (!PlainText.isAll(live.body())
                && !PlainText.blocks((String) line.get(LineFields.BODY)).equals(live.body())) {
            line.put(LineFields.BLOCKS, live.body().stream().map(ArticleJson::block).toList());
        }
        return line;
    }

    /** What is written of an article of which nothing else is known. */
    static Map<String, @Nullable Object> plain(Content content, Instant published) {
        String[] section = content.section().split("/", 2);
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put(LineFields.LANG, content.language());
        line.put(LineFields.TITLE, content.headline());
        line.put(LineFields.STANDFIRST, content.standfirst());
        line.put(LineFields.BODY, PlainText.of(content.body()));
        line.put(LineFields.PUBLISHED, published.toString());
        line.put(LineFields.SECTION, section[0]);
        line.put(LineFields.SUBSECTION, section.length > 1 ? section[1] : null);
        line.put(LineFields.TAGS, content.tags().stream().map(Tag::name).toList());
        line.put(LineFields.AUTHOR, content.authors().isEmpty()
                ? null
                : content.authors().stream().map(Author::name).collect(Collectors.joining(", ")));
        return line;
    }
}
