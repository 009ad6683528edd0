package news.kiosque.consent;

import java.time.InstantSource;

import news.kiosque.platform.kafka.KafkaEvents;
import news.kiosque.platform.problem.Problems;
import news.kiosque.platform.problem.StoreProblems;
import news.kiosque.platform.token.ServiceSecurity;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.reactive.ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Asks readers for their consent and keeps the proof of every choice. */
@SpringBootApplication(exclude = ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration.class)
@ConfigurationPropertiesScan
@Import({KafkaEvents.class, ServiceSecurity.class, Problems.class, StoreProblems.class})
public class ConsentService {

    public static void main(String[] arguments) {
        SpringApplication.run(ConsentService.class, arguments);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
