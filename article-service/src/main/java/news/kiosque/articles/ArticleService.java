package news.kiosque.articles;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ArticleService {

    public static void main(String[] arguments) {
        SpringApplication.run(ArticleService.class, arguments);
    }
}
