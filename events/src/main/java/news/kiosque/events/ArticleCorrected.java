package news.kiosque.events;

/** A live article has a new version that mends an error, and says so to its readers in {@link PublicArticle#corrections()}. */
public record ArticleCorrected(Order order, PublicArticle article) implements ArticleEvent {

    @Override
    public String articleId() {
        return article.id();
    }
}
