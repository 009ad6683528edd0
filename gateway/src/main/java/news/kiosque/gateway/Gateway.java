package news.kiosque.gateway;

import java.time.InstantSource;

import news.kiosque.platform.kafka.KafkaEvents;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts the gateway. */
@SpringBootApplication
@Import(KafkaEvents.class)
public class Gateway {

    public static void main(String[] arguments) {
        SpringApplication.run(Gateway.class, arguments);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
