/** A real Kafka broker of one node, as a process of its own. */
@NullMarked
package news.kiosque.standalone.broker;

import org.jspecify.annotations.NullMarked;
