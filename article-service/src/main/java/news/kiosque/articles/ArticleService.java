package news.kiosque.articles;

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

/** Keeps the newsroom's articles, serves them as pages and tells the other services what happens to them. */
@SpringBootApplication(exclude = ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration.class)
@ConfigurationPropertiesScan
@Import({KafkaEvents.class, ServiceSecurity.class, Problems.class, StoreProblems.class})
public class ArticleService {

    public static void main(String[] arguments) {
        SpringApplication.run(ArticleService.class, arguments);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
