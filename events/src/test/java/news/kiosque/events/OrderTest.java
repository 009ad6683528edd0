package news.kiosque.events;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrderTest {

    @Test
    void risesByOneWithinAnEpoch() {
        assertThat(new Order(5, 7).nextIn(5)).isEqualTo(new Order(5, 8));
    }

    @Test
    void beginsAgainInALaterEpochAboveAllOfTheEarlierOne() {
        Order first = new Order(5, 7).nextIn(6);
        assertThat(first).isEqualTo(new Order(6, 1));
        assertThat(first.isAbove(new Order(5, Long.MAX_VALUE))).isTrue();
    }

    @Test
    void neverFallsBackIntoAnEarlierEpoch() {
        assertThat(new Order(6, 1).nextIn(5)).isEqualTo(new Order(6, 2));
    }
}
