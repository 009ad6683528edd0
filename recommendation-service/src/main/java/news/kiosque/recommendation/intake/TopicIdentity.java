package news.kiosque.recommendation.intake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;

/** Which topic goes by a name: one that was deleted and made again has another id, and other offsets. */
public record TopicIdentity(Map<String, Object> adminSettings, String topic) {
    private static final long PATIENCE_SECONDS = 10;

    /** @throws IllegalStateException when the broker does not say */
    public String id() {
        try (Admin admin = Admin.create(adminSettings)) {
            return admin.describeTopics(List.of(topic)).allTopicNames().get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .get(topic).topicId().toString();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker does not know " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while asking for " + topic, e);
        }
    }
}
