/** Carries the events that lie with what they tell of from the store to Kafka, each exactly in its turn. */
@NullMarked
package news.kiosque.consent.outbox;

import org.jspecify.annotations.NullMarked;
