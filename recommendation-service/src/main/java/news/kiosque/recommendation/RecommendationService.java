package news.kiosque.recommendation;

import java.time.InstantSource;

import news.kiosque.platform.kafka.KafkaEvents;
import news.kiosque.platform.problem.Problems;
import news.kiosque.platform.token.ServiceSecurity;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.reactive.ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Finds what readers of an article may want to read next. */
@SpringBootApplication(exclude = ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration.class)
@Import({KafkaEvents.class, ServiceSecurity.class, Problems.class})
public class RecommendationService {

    public static void main(String[] arguments) {
        SpringApplication.run(RecommendationService.class, arguments);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
