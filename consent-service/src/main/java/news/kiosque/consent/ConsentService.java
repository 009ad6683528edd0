package news.kiosque.consent;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ConsentService {

    public static void main(String[] arguments) {
        SpringApplication.run(ConsentService.class, arguments);
    }
}
