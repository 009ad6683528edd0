package news.kiosque.platform.kafka;

/**
 * Tells a neighbour that is away, such as the store, from a record that is wrong: a listener then waits for the neighbour,
 * and no record becomes a dead letter for it.
 */
@FunctionalInterface
public interface NeighbourAway {

    /** @param failure what came out of a listener, with its causes */
    boolean isWhy(Throwable failure);
}
