package news.kiosque.articles.related;

import java.util.concurrent.TimeoutException;

import news.kiosque.platform.kafka.NeighbourAway;
import news.kiosque.platform.problem.StoreProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RelatedConfiguration {

    /** While the store is away lists wait on the topic. */
    @Bean
    NeighbourAway storeAway() {
        return RelatedConfiguration::isStoreAway;
    }

    private static boolean isStoreAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (StoreProblems.isAway(cause) || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }
}
