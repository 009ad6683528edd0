/** How an outbox's events reach Kafka: in sessions of which only the latest can send (docs/adr/0005-outbox.md). */
@NullMarked
package news.kiosque.platform.outbox;

import org.jspecify.annotations.NullMarked;
