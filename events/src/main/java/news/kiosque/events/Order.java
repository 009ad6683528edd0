package news.kiosque.events;

/**
 * Where a record of a state topic stands among all records of its key; a consumer ignores what is not above the highest
 * that it has seen. It rises per key and topic.
 *
 * @param epoch raised by a restore from backup, so that what is restored is above what was lost; from 0
 * @param number raised by one with each record of the key; from 1
 */
public record Order(long epoch, long number) implements Comparable<Order> {

    /** Below every order that is ever sent. */
    public static final Order NONE = new Order(0, 0);

    public Order next() {
        return new Order(epoch, number + 1);
    }

    /** The next one where this epoch has begun; the first of the epoch when this order is of an earlier one. */
    public Order nextIn(long current) {
        return current > epoch ? new Order(current, 1) : next();
    }

    public boolean isAbove(Order other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Order other) {
        return epoch != other.epoch ? Long.compare(epoch, other.epoch) : Long.compare(number, other.number);
    }
}
