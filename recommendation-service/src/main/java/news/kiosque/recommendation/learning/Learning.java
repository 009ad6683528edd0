package news.kiosque.recommendation.learning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import news.kiosque.events.ModelLearned;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.intake.Replica;
import news.kiosque.recommendation.setting.InService;
import news.kiosque.recommendation.setting.SettingsTopic;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Learns when it is asked to, once at a time, on one thread that gives way to others, and keeps what is better. */
@Component
final class Learning {
    private static final Logger LOG = LoggerFactory.getLogger(Learning.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'learned-'yyyy-MM-dd-HHmm")
            .withZone(ZoneOffset.UTC);

    private final Replica replica;
    private final InService inService;
    private final SettingsTopic decisions;
    private final Path models;
    private final InstantSource clock;
    private Standing standing = new Standing(State.NEVER, null, null);

    Learning(Replica replica, InService inService, SettingsTopic decisions, @Value("${kiosque.data}") Path data,
            InstantSource clock) {
        this.replica = replica;
        this.inService = inService;
        this.decisions = decisions;
        this.models = data.resolve("models");
        this.clock = clock;
    }

    enum State {
        NEVER, RUNNING, DONE, FAILED
    }

    /**
     * Where learning stands.
     *
     * @param failure why it failed
     */
    record Standing(State state, @Nullable Finding finding, @Nullable String failure) {}

    synchronized Standing standing() {
        return standing;
    }

    /** Begins, unless it runs already. */
    synchronized Standing begin() {
        if (standing.state() != State.RUNNING) {
            standing = new Standing(State.RUNNING, null, null);
            Thread.ofPlatform().name("learning").daemon().priority(Thread.MIN_PRIORITY).start(this::run);
        }
        return standing;
    }

    private void run() {
        try (CandidateIndex.View view = replica.index().open()) {
            end(new Standing(State.DONE, learn(view), null));
        } catch (IOException | RuntimeException e) {
            LOG.warn("Learning failed", e);
            end(new Standing(State.FAILED, null, e.toString()));
        }
    }

    private synchronized void end(Standing how) {
        standing = how;
    }

    private Finding learn(CandidateIndex.View view) throws IOException {
        String name = NAME.format(clock.instant());
        LearnFromEditors.Learned learned = new LearnFromEditors(view, inService.now()).learn(name);
        if (!learned.finding().better()) {
            return learned.finding();
        }
        Path file = Files.createDirectories(models).resolve(name + ".json").toAbsolutePath();
        byte[] model = learned.model().toJson();
        Files.write(file, model);
        decisions.change(ModelLearned.class, (_, order) -> new ModelLearned(order, name,
                new String(model, StandardCharsets.UTF_8), learned.finding().verdict(), clock.instant()));
        return learned.finding().keptIn(file.toString());
    }
}
