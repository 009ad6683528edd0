package news.kiosque.events;

import java.util.Map;

/**
 * A topic as it must be on the broker.
 *
 * @param settings Kafka's topic settings by name; replication is the operator's
 */
public record TopicDeclaration(String name, int partitions, Map<String, String> settings) {

    /** Whether a record of it is the state of its key, so that the topic has to be compacted. */
    public boolean isState() {
        return "compact".equals(settings.get("cleanup.policy"));
    }
}
