/** What a related list costs, at ten thousand articles and at a million, beside what Lucene gives as it comes. */
@NullMarked
package news.kiosque.bench.related;

import org.jspecify.annotations.NullMarked;
