/** How events travel: CloudEvents in Kafka's binary mode, the topics on the broker, listeners and dead letters. */
@NullMarked
package news.kiosque.platform.kafka;

import org.jspecify.annotations.NullMarked;
