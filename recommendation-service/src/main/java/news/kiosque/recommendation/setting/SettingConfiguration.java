package news.kiosque.recommendation.setting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

import news.kiosque.events.Event;
import news.kiosque.events.Topics;
import news.kiosque.platform.kafka.TopicsReady;
import news.kiosque.recommendation.intake.TopicFollower;
import news.kiosque.recommendation.similarity.Model;
import news.kiosque.recommendation.similarity.SimilaritySettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.ConsumerFactory;

@Configuration(proxyBeanMethods = false)
class SettingConfiguration {

    @Bean
    Settings settings() {
        return new Settings();
    }

    @Bean
    InService inService(Settings settings, @Value("${kiosque.related.model}") String model) throws IOException {
        return new InService(settings, model.isEmpty()
                ? SimilaritySettings.SHIPPED
                : SimilaritySettings.SHIPPED.with(Model.read(Files.readAllBytes(Path.of(model)))));
    }

    @Bean
    SettingsTopic settingsTopic(KafkaProperties kafka, ConsumerFactory<String, Event> eventConsumers,
            Settings settings, InstantSource clock) {
        return new SettingsTopic(kafka.buildProducerProperties(), eventConsumers, settings, clock);
    }

    @Bean
    SettingsFollower settingsFollower(ConsumerFactory<String, Event> eventConsumers, Settings settings) {
        return new SettingsFollower(new TopicFollower(eventConsumers, Topics.RELATED_SETTINGS, settings));
    }

    /** Follows the decisions once the topics are there. */
    record SettingsFollower(TopicFollower follower) implements AutoCloseable {

        @EventListener
        void on(TopicsReady ready) {
            follower.start();
        }

        @Override
        public void close() {
            follower.close();
        }
    }
}
