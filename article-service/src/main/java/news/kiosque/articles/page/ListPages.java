package news.kiosque.articles.page;

import java.util.List;
import java.util.Map;

import news.kiosque.articles.article.Articles;
import news.kiosque.articles.article.Cursor;
import news.kiosque.articles.article.Summary;
import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.media.Medium;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The pages that list articles, newest first: one query each. */
@Component
class ListPages {
    private static final int LENGTH = 24;

    private final Articles articles;
    private final Pictures pictures;
    private final ListSetting setting;
    private final Templates templates;

    ListPages(Articles articles, Pictures pictures, ListSetting setting, Templates templates) {
        this.articles = articles;
        this.pictures = pictures;
        this.setting = setting;
        this.templates = templates;
    }

    /** @param before where it goes on from an earlier page; null for the first */
    Mono<Answer> page(ListSubject subject, @Nullable Cursor before) {
        return articles.latest(subject.listing(), LENGTH + 1, before).collectList()
                .flatMap(found -> pictures.find(ArticlePages.pictures(found).toList())
                        .map(shown -> rendered(subject, before, found, shown)));
    }

    private Answer rendered(ListSubject subject, @Nullable Cursor before, List<Summary> found,
            Map<String, Medium> shown) {
        Edition edition = subject.listing().edition();
        boolean more = found.size() > LENGTH;
        List<Summary> page = more ? found.subList(0, LENGTH) : found;
        page.forEach(summary -> subject.keys().article(summary.id()));
        byte[] html = templates.render(setting.page(subject, before, page, more, shown));
        return Answer.page(HttpStatus.OK, edition, html, subject.keys().toString(), null, null);
    }
}
