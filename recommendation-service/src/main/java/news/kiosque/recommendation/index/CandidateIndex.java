package news.kiosque.recommendation.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import news.kiosque.events.Order;

/**
 * Finds articles that share terms. The one seam between computing lists and where articles are kept: Lucene on this
 * instance's disk today, a distributed index when one machine is outgrown.
 */
public interface CandidateIndex {

    /** What can be found now, unchanged until it is closed. */
    View open();

    /** One state of the index. */
    interface View extends AutoCloseable {

        /** The profile of a live article. */
        Optional<Profile> find(String articleId);

        /** How far the events of an article were seen, live or gone. */
        Order seen(String articleId);

        /** Live articles that share the weightiest of the terms, best first. */
        List<Profile> candidates(Query query);

        /** Live articles whose editor linked others, the newest first. */
        List<Profile> linking(int most);

        /** The live articles that were published last, the newest first. */
        List<Profile> latest(int most);

        /** Shows every live article. */
        void each(Consumer<Profile> sink);

        TermStatistics statistics(String language);

        @Override
        void close();
    }

    /**
     * @param terms to look for, with what each is worth
     * @param near the older or newer than this, the less a candidate counts: half as much in the end
     * @param upTo articles published later are not found
     * @param looked how many that have the most of the terms are looked at
     * @param limit the most candidates, of those
     */
    record Query(String language, String edition, List<WeightedTerm> terms, Instant near, Instant upTo, int looked,
            int limit) {}

    record WeightedTerm(int id, float weight) {}
}
