/** What benches run on: collections of real articles, larger ones made of them, and Lucene as it comes beside them. */
@NullMarked
package news.kiosque.bench.corpus;

import org.jspecify.annotations.NullMarked;
