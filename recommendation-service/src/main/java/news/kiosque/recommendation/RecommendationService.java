package news.kiosque.recommendation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class RecommendationService {

    public static void main(String[] arguments) {
        SpringApplication.run(RecommendationService.class, arguments);
    }
}
