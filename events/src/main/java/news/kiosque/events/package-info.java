/** What crosses Kafka between the services, and nothing else: records, their type names and the topics they go to. */
@NullMarked
package news.kiosque.events;

import org.jspecify.annotations.NullMarked;
