package news.kiosque.platform.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import news.kiosque.events.TopicDeclaration;
import news.kiosque.events.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Makes the topics that are missing and says {@link TopicsReady} once all are there and every state topic is compacted;
 * until then it tries again each second, so that a service may start before its broker.
 */
public final class TopicKeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TopicKeeper.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> settings;
    private final short replicas;
    private final ApplicationEventPublisher events;
    private @Nullable ScheduledExecutorService tries;
    private volatile boolean running;
    private volatile String state = "not looked at yet";
    private volatile boolean ready;

    /** @param replicas of the topics that are made; -1 leaves it to the broker */
    public TopicKeeper(Map<String, Object> settings, short replicas, ApplicationEventPublisher events) {
        this.settings = settings;
        this.replicas = replicas;
        this.events = events;
    }

    @Override
    public void start() {
        running = true;
        var thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("topics").factory());
        tries = thread;
        thread.execute(() -> attempt(thread));
    }

    @Override
    public void stop() {
        running = false;
        if (tries != null) {
            tries.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Whether all topics were seen as declared; it stays so when the broker goes away later. */
    public boolean isReady() {
        return ready;
    }

    /** What is being waited for, for operators. */
    public String state() {
        return state;
    }

    private void attempt(ScheduledExecutorService thread) {
        try {
            List<TopicDeclaration> topics = Stream
                    .concat(Topics.sources().stream(), Topics.sources().stream().map(Topics::deadLettersOf)).toList();
            List<String> faults = settle(topics);
            state = faults.isEmpty() ? "ready" : String.join("; ", faults);
            ready = faults.isEmpty();
        } catch (Exception e) {
            state = "broker not reached: " + (e.getCause() == null ? e : e.getCause()).getMessage();
        }
        if (ready) {
            events.publishEvent(new TopicsReady());
        } else if (running) {
            LOG.info("Topics: {}", state);
            thread.schedule(() -> attempt(thread), BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private List<String> settle(List<TopicDeclaration> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = Admin.create(withTimeouts())) {
            Set<String> present = admin.listTopics().names().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            create(admin, topics.stream().filter(topic -> !present.contains(topic.name())).toList());
            return notCompacted(admin, topics.stream().filter(TopicDeclaration::isState).toList());
        }
    }

    private void create(Admin admin, List<TopicDeclaration> missing)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<NewTopic> topics = missing.stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), replicas).configs(topic.settings()))
                .toList();
        for (var creation : admin.createTopics(topics).values().values()) {
            try {
                creation.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                // Services start side by side; another one was quicker.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private static List<String> notCompacted(Admin admin, List<TopicDeclaration> states)
            throws ExecutionException, InterruptedException, TimeoutException {
        Set<ConfigResource> resources = states.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name())).collect(Collectors.toSet());
        Map<ConfigResource, Config> found = admin.describeConfigs(resources).all().get(PATIENCE.toSeconds(),
                TimeUnit.SECONDS);
        List<String> faults = new ArrayList<>();
        found.forEach((topic, config) -> {
            if (!"compact".equals(config.get("cleanup.policy").value())) {
                faults.add(topic.name() + " keeps state but is not compacted: set its cleanup.policy to compact");
            }
        });
        return faults;
    }

    private Map<String, Object> withTimeouts() {
        Map<String, Object> bounded = new HashMap<>(settings);
        bounded.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        bounded.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
        return bounded;
    }
}
