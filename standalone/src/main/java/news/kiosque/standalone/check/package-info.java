/** Compares what the store, Kafka, the index, the lists of related articles and the feeds know of each article. */
@NullMarked
package news.kiosque.standalone.check;

import org.jspecify.annotations.NullMarked;
