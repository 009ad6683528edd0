package news.kiosque.gateway.notice;

import java.net.URI;
import java.time.InstantSource;

import news.kiosque.events.Event;
import news.kiosque.gateway.login.ServiceTokens;
import news.kiosque.platform.consent.ConsentCookieKeys;
import news.kiosque.platform.token.KeyFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import reactor.netty.http.client.HttpClient;

/** Keeps the notices known: from disk at once, from Kafka when it is there, from the consent-service when it is not. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeProperties.class)
class NoticeRoom {

    @Bean
    NoticeFile noticeFile(NoticeProperties settings) {
        return new NoticeFile(settings.file());
    }

    @Bean
    Notices notices(NoticeFile file) {
        Notices notices = new Notices();
        file.read().forEach(notices::put);
        return notices;
    }

    @Bean
    NoticeListener noticeListener(Notices notices, NoticeFile file) {
        return new NoticeListener(notices, file);
    }

    /** Positions are not kept, so there is no group to keep them for. */
    @Bean
    ConcurrentKafkaListenerContainerFactory<String, Event> withoutGroup(ConsumerFactory<String, Event> eventConsumers,
            DefaultErrorHandler eventErrors) {
        var factory = new ConcurrentKafkaListenerContainerFactory<String, Event>();
        factory.setConsumerFactory(eventConsumers);
        factory.setCommonErrorHandler(eventErrors);
        factory.setAutoStartup(false);
        factory.getContainerProperties().setAckMode(ContainerProperties.AckMode.MANUAL);
        return factory;
    }

    @Bean
    NoticeInquiry noticeInquiry(Notices notices, NoticeFile file, HttpClient http,
            @Value("${kiosque.services.consent}") URI consentService, ServiceTokens tokens, NoticeProperties settings) {
        return new NoticeInquiry(notices, file, http, consentService, tokens, settings.askEvery());
    }

    @Bean
    NoticeSlot noticeSlot(Notices notices, NoticeProperties settings, KeyFolder keys, InstantSource clock) {
        return new NoticeSlot(
                new Variants(notices, settings, ConsentCookieKeys.parse(keys.consentCookieKeys()), clock), settings);
    }
}
