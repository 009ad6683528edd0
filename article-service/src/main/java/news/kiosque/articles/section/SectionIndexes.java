package news.kiosque.articles.section;

import java.util.List;

import news.kiosque.articles.outbox.Outbox;
import news.kiosque.articles.outbox.OutboxCollection;
import news.kiosque.articles.store.CollectionIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sections are found by. */
@Configuration(proxyBeanMethods = false)
class SectionIndexes {

    @Bean
    OutboxCollection outboxOfSections() {
        return new OutboxCollection(Sections.COLLECTION);
    }

    @Bean
    CollectionIndexes indexesOfSections() {
        return new CollectionIndexes(Sections.COLLECTION, List.of(Outbox.INDEX));
    }
}
