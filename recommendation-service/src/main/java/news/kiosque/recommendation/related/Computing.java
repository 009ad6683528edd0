package news.kiosque.recommendation.related;

import java.time.Duration;
import java.util.Set;

import news.kiosque.platform.kafka.TopicsReady;
import news.kiosque.recommendation.intake.Replica;
import news.kiosque.recommendation.intake.TopicFollower;
import news.kiosque.recommendation.setting.Settings;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.KafkaTemplate;

/** Starts computing when the topics are there and the replica has caught up and the settings are known, and ends it. */
final class Computing implements DisposableBean {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final ComputeGroup group;
    private final TopicFollower lists;
    private final Replica replica;
    private final Settings settings;
    private final KafkaTemplate<String, byte[]> transactions;
    private final Thread thread;
    private volatile boolean open = true;

    Computing(ComputeGroup group, TopicFollower lists, Replica replica, Settings settings,
            KafkaTemplate<String, byte[]> transactions) {
        this.group = group;
        this.lists = lists;
        this.replica = replica;
        this.settings = settings;
        this.transactions = transactions;
        this.thread = Thread.ofPlatform().name("related").daemon().unstarted(this::compute);
    }

    @EventListener
    void on(TopicsReady ready) {
        lists.start();
        thread.start();
    }

    /** The partitions whose lists this instance writes now. */
    Set<Integer> owned() {
        return group.owned();
    }

    @Override
    public void destroy() throws InterruptedException {
        open = false;
        group.close();
        if (thread.isAlive()) {
            thread.join(PATIENCE);
        }
        lists.close();
        transactions.destroy();
        transactions.getProducerFactory().reset();
    }

    private void compute() {
        try {
            while (open && !(replica.isCaughtUp() && settings.isCaughtUp())) {
                Thread.sleep(GLANCE);
            }
        } catch (InterruptedException e) {
            return;
        }
        if (open) {
            group.run();
        }
    }
}
