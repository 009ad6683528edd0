package news.kiosque.events;

/** A live article has a new version. */
public record ArticleRevised(Order order, PublicArticle article) implements ArticleEvent {

    @Override
    public String articleId() {
        return article.id();
    }
}
