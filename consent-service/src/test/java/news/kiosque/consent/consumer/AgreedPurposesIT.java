package news.kiosque.consent.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import news.kiosque.consent.RunningConsentService;
import news.kiosque.events.ConsentErased;
import news.kiosque.events.ConsentEvent;
import news.kiosque.events.NoticePublished;
import news.kiosque.events.Order;
import news.kiosque.events.Topics;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The sample consumer, told by the service itself. */
class AgreedPurposesIT extends RunningConsentService {

    @Test
    void knowsFromTheTopicAloneWhatIsAllowed() {
        String refused = subject(readerWho("refuse"));
        String accepted = subject(readerWho("accept"));
        String reader = readerWho("accept");
        String erased = subject(reader);
        http.delete().uri("/choix/v1/me").header("Cookie", "csid=" + reader).exchange().expectStatus().isNoContent()
                .expectBody().isEmpty();

        AgreedPurposes agreed = new AgreedPurposes();
        Instant now = Instant.now();
        agreed.on(new NoticePublished(new Order(0, 1), "fr", "opt_in", "1", "", "", "", now, null));
        read(Topics.CONSENT, all -> {
            List<ConsentEvent> events = all.stream().map(record -> (ConsentEvent) record.value()).toList();
            return events.stream().map(ConsentEvent::subject).toList().containsAll(List.of(refused, accepted))
                    && events.stream().filter(ConsentErased.class::isInstance)
                            .anyMatch(event -> event.subject().equals(erased));
        }).forEach(record -> agreed.on((ConsentEvent) record.value()));

        assertThat(agreed.allow(accepted, "audience", now)).isTrue();
        assertThat(agreed.allow(accepted, "audience", now.plus(Duration.ofDays(183)))).isFalse();
        assertThat(agreed.allow(refused, "audience", now)).isFalse();
        assertThat(agreed.allow(erased, "audience", now)).isFalse();
    }

    private String subject(String reader) {
        byte[] export = http.get().uri("/choix/v1/me/export").header("Cookie", "csid=" + reader).exchange()
                .expectStatus().isOk().expectBody().returnResult().getResponseBody();
        return JsonPath.read(new String(export, UTF_8), "$.decisions[0].subject");
    }
}
