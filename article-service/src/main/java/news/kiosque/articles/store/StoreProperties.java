package news.kiosque.articles.store;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the store is spoken to.
 *
 * @param database name of the database
 * @param timeout of one operation with all of its retries
 * @param connections at most, to each server
 */
@ConfigurationProperties("kiosque.store")
public record StoreProperties(String database, Duration timeout, int connections) {}
