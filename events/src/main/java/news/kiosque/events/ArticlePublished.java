package news.kiosque.events;

/** An article is live for the first time. */
public record ArticlePublished(Order order, PublicArticle article) implements ArticleEvent {

    @Override
    public String articleId() {
        return article.id();
    }
}
