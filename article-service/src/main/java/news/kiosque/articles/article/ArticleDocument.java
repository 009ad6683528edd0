package news.kiosque.articles.article;

import java.util.List;

import news.kiosque.articles.article.Article.State;
import news.kiosque.articles.edition.Edition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How an article is kept in the store: one document, so that one write changes all that its page shows. */
final class ArticleDocument {

    private ArticleDocument() {}

    /** Without its id, which never changes, and without its list of related articles, which has a writer of its own. */
    static Document of(Article article) {
        Document document = new Document("edition", article.edition().name()).append("rev", article.rev())
                .append("state", article.state().name()).append("draft", ContentDocument.of(article.draft()))
                .append("live", article.live() == null ? null : ContentDocument.of(article.live()))
                .append("release", article.release() == null ? null : release(article.release()))
                .append("url", article.url()).append("createdAt", article.createdAt())
                .append("savedAt", article.savedAt()).append("publishedAt", article.publishedAt())
                .append(ArticlesByMonth.FIELD, ArticlesByMonth.of(article.publishedAt()))
                .append("modifiedAt", article.modifiedAt())
                .append("corrections", article.corrections().stream().map(ArticleDocument::correction).toList())
                .append("order", RelatedDocument.order(article.order()));
        Withdrawal withdrawal = article.withdrawal();
        return document.append("withdrawal",
                withdrawal == null
                        ? null
                        : new Document("reason", withdrawal.reason()).append("killed", withdrawal.killed()).append("at",
                                withdrawal.at()));
    }

    static Article read(Document document) {
        Document live = document.get("live", Document.class);
        Document related = document.get("related", Document.class);
        return new Article(document.getString("_id"), Edition.valueOf(document.getString("edition")),
                document.getLong("rev"), State.valueOf(document.getString("state")),
                ContentDocument.read(document.get("draft", Document.class)),
                live == null ? null : ContentDocument.read(live), release(document.get("release", Document.class)),
                document.getString("url"),
                document.getDate("createdAt").toInstant(), document.getDate("savedAt").toInstant(),
                ContentDocument.instant(document, "publishedAt"), ContentDocument.instant(document, "modifiedAt"),
                corrections(document),
                withdrawal(document.get("withdrawal", Document.class)),
                RelatedDocument.order(document.get("order", Document.class)),
                related == null ? Related.NONE : RelatedDocument.read(related));
    }

    private static Document release(Release release) {
        return new Document("rev", release.rev()).append("by", release.by());
    }

    private static @Nullable Release release(@Nullable Document document) {
        return document == null ? null : new Release(document.getLong("rev"), document.getString("by"));
    }

    private static Document correction(Correction correction) {
        return new Document("note", correction.note()).append("at", correction.at());
    }

    private static List<Correction> corrections(Document document) {
        return document.getList("corrections", Document.class).stream()
                .map(correction -> new Correction(correction.getString("note"), correction.getDate("at").toInstant()))
                .toList();
    }

    private static @Nullable Withdrawal withdrawal(@Nullable Document document) {
        return document == null
                ? null
                : new Withdrawal(document.getString("reason"), document.getBoolean("killed"),
                        document.getDate("at").toInstant());
    }
}
