package news.kiosque.bench.quality;

import java.util.List;

import news.kiosque.events.PublicArticle;

/** Answers an article with the ids of others that were published at or before it, best first. */
interface Ranking {

    /** @param place of the query among all, by time */
    List<String> of(PublicArticle query, int place);
}
