package news.kiosque.recommendation.intake;

/** Hears at once of each article that may not be listed any more. */
public interface Departures {

    void left(String articleId);
}
