package news.kiosque.articles.page;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import news.kiosque.articles.article.Article;
import news.kiosque.articles.article.Articles;
import news.kiosque.articles.article.Block;
import news.kiosque.articles.article.Content;
import news.kiosque.articles.article.Summary;
import news.kiosque.articles.media.Medium;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The pages of articles: the article's document, and one query for all the articles that it lists. */
@Component
class ArticlePages {
    /** More than are shown, because some may have been withdrawn or be picked by hand already. */
    private static final int RELATED_FETCHED = 12;

    private final Articles articles;
    private final Pictures pictures;
    private final ArticleSetting setting;
    private final Templates templates;

    ArticlePages(Articles articles, Pictures pictures, ArticleSetting setting, Templates templates) {
        this.articles = articles;
        this.pictures = pictures;
        this.setting = setting;
        this.templates = templates;
    }

    Mono<Answer> page(Article article) {
        Content live = Objects.requireNonNull(article.live());
        return articles.summaries(listed(article, live))
                .flatMap(summaries -> pictures.find(shown(live, summaries))
                        .map(found -> rendered(article, live, summaries, found)));
    }

    private Answer rendered(Article article, Content live, List<Summary> listed, Map<String, Medium> found) {
        SurrogateKeys keys = new SurrogateKeys(article.edition()).article(article.id()).sections(live.section());
        listed.forEach(summary -> keys.article(summary.id()));
        live.authors().forEach(keys::author);
        byte[] html = templates.render(setting.page(article, live, listed, found));
        return Answer.page(HttpStatus.OK, article.edition(), html, keys.toString(), article.modifiedAt(), null);
    }

    private static Set<String> listed(Article article, Content live) {
        Set<String> ids = new LinkedHashSet<>(live.readAlso());
        article.related().articles().stream().limit(RELATED_FETCHED).forEach(ids::add);
        ids.remove(article.id());
        return ids;
    }

    private static Collection<String> shown(Content live, List<Summary> listed) {
        Stream<String> own = live.body().stream().filter(Block.Image.class::isInstance).map(Block.Image.class::cast)
                .map(Block.Image::media);
        return Stream.concat(own, pictures(listed)).toList();
    }

    static Stream<String> pictures(List<Summary> listed) {
        return listed.stream().map(Summary::picture).filter(Objects::nonNull).map(Summary.Picture::medium);
    }
}
