package news.kiosque.consent.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import news.kiosque.events.ConsentErased;
import news.kiosque.events.ConsentGiven;
import news.kiosque.events.ConsentRefused;
import news.kiosque.events.ConsentWithdrawn;
import news.kiosque.events.NoticePublished;
import news.kiosque.events.Order;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgreedPurposesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(182));

    private final AgreedPurposes agreed = new AgreedPurposes();

    @BeforeEach
    void aNoticeIsInForceAndAnnaAgreesToMeasurement() {
        agreed.on(notice(1, "1"));
        agreed.on(given(1, "audience"));
    }

    @Test
    void allowsWhatWasAgreedToAndNothingElse() {
        assertThat(allows(NOW)).isTrue();
        assertThat(agreed.allow("anna", "advertising", NOW)).isFalse();
    }

    @Test
    void deniesWhereNothingIsKnown() {
        assertThat(agreed.allow("bert", "audience", NOW)).isFalse();
    }

    @Test
    void deniesWhatHasExpired() {
        assertThat(allows(LATER.minusMillis(1))).isTrue();
        assertThat(allows(LATER)).isFalse();
    }

    @Test
    void deniesWhatWasAgreedUnderAnotherNotice() {
        agreed.on(notice(2, "2"));
        assertThat(allows(NOW)).isFalse();
        agreed.on(notice(1, "1"));
        assertThat(allows(NOW)).as("an older notice that comes again").isFalse();
    }

    @Test
    void deniesWhatWasTakenBackOrRefused() {
        agreed.on(new ConsentWithdrawn("anna", 2, "1", NOW));
        assertThat(allows(NOW)).isFalse();
        agreed.on(given(3, "audience"));
        assertThat(allows(NOW)).isTrue();
        agreed.on(new ConsentRefused("anna", 4, "1", NOW, LATER));
        assertThat(allows(NOW)).isFalse();
    }

    @Test
    void deniesWhatWasErasedAlsoWhenAnEventComesAgain() {
        agreed.on(new ConsentErased("anna", 2, NOW));
        agreed.on(given(1, "audience"));
        assertThat(allows(NOW)).isFalse();
    }

    private boolean allows(Instant now) {
        return agreed.allow("anna", "audience", now);
    }

    private static ConsentGiven given(long sequence, String purpose) {
        return new ConsentGiven("anna", sequence, "1", List.of(purpose), NOW, LATER);
    }

    private static NoticePublished notice(long number, String version) {
        return new NoticePublished(new Order(0, number), "fr", "opt_in", version, "", "", "", NOW, null);
    }
}
