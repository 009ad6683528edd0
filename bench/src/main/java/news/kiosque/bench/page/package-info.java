/** How long readers wait for pages of a suite that runs, whatever else it is doing. */
@NullMarked
package news.kiosque.bench.page;

import org.jspecify.annotations.NullMarked;
