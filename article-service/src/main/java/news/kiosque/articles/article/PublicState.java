package news.kiosque.articles.article;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import news.kiosque.articles.request.Invalid;
import news.kiosque.articles.section.Sections;
import news.kiosque.events.ArticleEvent;
import news.kiosque.events.ArticleWithdrawn;
import news.kiosque.events.PublicArticle;
import news.kiosque.platform.kafka.EventCodec;
import news.kiosque.platform.kafka.OutgoingEvent;
import org.springframework.stereotype.Component;

/** What the other services are told of an article. */
@Component
class PublicState {
    /** A record of Kafka's has 1 MB; this leaves room for its headers and for the growth of an article. */
    static final int MAX_BYTES = 700_000;

    private final Sections sections;

    PublicState(Sections sections) {
        this.sections = sections;
    }

    /** All that the public may read of a live article. */
    PublicArticle of(Article article) {
        Content live = Objects.requireNonNull(article.live(), "only a live article has a public state");
        return of(article, live, Objects.requireNonNull(article.url()), Objects.requireNonNull(article.publishedAt()),
                Objects.requireNonNull(article.modifiedAt()));
    }

    ArticleWithdrawn withdrawn(Article article) {
        return new ArticleWithdrawn(article.order(), article.id(), article.edition().name(),
                Objects.requireNonNull(article.url()), Objects.requireNonNull(article.withdrawal()).at());
    }

    /** @throws Invalid when it is larger than an event may be */
    static OutgoingEvent outgoing(ArticleEvent event, Instant now) {
        OutgoingEvent outgoing = OutgoingEvent.of(event, now);
        check(outgoing.bytes());
        return outgoing;
    }

    /** @throws Invalid when the working copy could never be published, because it is too large */
    void checkSize(Article draft) {
        PublicArticle imagined = of(draft, draft.draft(), "/" + draft.draft().section(), draft.savedAt(),
                draft.savedAt());
        check(EventCodec.toJson(new news.kiosque.events.ArticlePublished(draft.order().next(), imagined)).length);
    }

    private static void check(int bytes) {
        if (bytes > MAX_BYTES) {
            throw Invalid.at("/body", "makes the article larger than " + MAX_BYTES / 1000 + " KB: split it");
        }
    }

    private PublicArticle of(Article article, Content content, String url, Instant publishedAt, Instant modifiedAt) {
        return new PublicArticle(article.id(), article.edition().name(), content.language(), url, content.headline(),
                content.standfirst(), line(article, content),
                content.authors().stream().map(author -> new PublicArticle.Author(author.slug(), author.name()))
                        .toList(),
                content.tags().stream().map(tag -> new PublicArticle.Tag(tag.slug(), tag.name())).toList(),
                content.body().stream().map(EventBlock::of).toList(), content.readAlso(),
                article.corrections().stream().map(one -> new PublicArticle.Correction(one.note(), one.at())).toList(),
                content.related() == null ? null : content.related().told(), publishedAt, modifiedAt);
    }

    private List<PublicArticle.Section> line(Article article, Content content) {
        return sections.line(article.edition(), content.section()).stream()
                .map(section -> new PublicArticle.Section(section.path(), section.name())).toList();
    }
}
