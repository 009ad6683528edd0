/** Sends what happened to Kafka: events lie in the document that they tell of until Kafka has them (docs/adr/0005-outbox.md). */
@NullMarked
package news.kiosque.articles.outbox;

import org.jspecify.annotations.NullMarked;
