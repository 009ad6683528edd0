/** Real parts for the services' tests: a Kafka broker, a store over its wire protocol, keys, and the rules of the house. */
@NullMarked
package news.kiosque.testkit;

import org.jspecify.annotations.NullMarked;
