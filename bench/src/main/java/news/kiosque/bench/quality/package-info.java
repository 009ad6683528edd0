/** Measures related lists against what journalists linked or judges graded, beside what Lucene gives as it comes. */
@NullMarked
package news.kiosque.bench.quality;

import org.jspecify.annotations.NullMarked;
