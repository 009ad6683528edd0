package news.kiosque.recommendation.related;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import news.kiosque.events.RelatedComputed;
import news.kiosque.recommendation.intake.Replica;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lists of this instance's partitions that name an article which has left, until they are computed anew. */
final class OutdatedLists {
    private static final Logger LOG = LoggerFactory.getLogger(OutdatedLists.class);

    private final LeftArticles left;
    private final KnownLists known;
    private final Ownership ownership;
    private final Replica replica;
    private final Set<String> outdated = new LinkedHashSet<>();

    OutdatedLists(LeftArticles left, KnownLists known, Ownership ownership, Replica replica) {
        this.left = left;
        this.known = known;
        this.ownership = ownership;
        this.replica = replica;
    }

    /** Looks for lists that name who has just left; partitions that were just given to this instance are searched through. */
    void hearOfDepartures() {
        for (String gone : left.isEmpty() ? List.<String>of() : left.drain(replica.index())) {
            known.naming(gone).stream().filter(ownership::owns).forEach(outdated::add);
        }
        Set<Integer> settled = ownership.newlySettled();
        if (!settled.isEmpty()) {
            known.naming(article -> !replica.index().isLive(article)).stream()
                    .filter(article -> settled.contains(ownership.partitionOf(article))).forEach(outdated::add);
            LOG.info("Writes the lists of partitions {}", ownership.owned());
        }
    }

    /** An article that left while these lists were on their way is in some of them: they are computed again. */
    void check(Iterable<RelatedComputed> sent) {
        for (RelatedComputed list : sent) {
            if (list.items().stream().anyMatch(item -> !replica.index().isLive(item.articleId()))) {
                outdated.add(list.articleId());
            }
        }
    }

    /** Whether somebody waits for lists to be computed, or for the index to forget who has left. */
    boolean isAwaited() {
        return !outdated.isEmpty() || !left.isEmpty();
    }

    Set<String> waiting() {
        return Set.copyOf(outdated);
    }

    void done(Set<String> lists) {
        outdated.removeAll(lists);
    }
}
