package news.kiosque.platform.kafka;

/**
 * Where a record lies that could not be processed, by whom, and why.
 *
 * @param at when it was noted, ISO 8601
 */
public record DeadLetter(String topic, int partition, long offset, String service, String reason, String at) {}
