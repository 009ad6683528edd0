/** What is known of every live article, on this instance's own disk: its terms, and which articles share them. */
@NullMarked
package news.kiosque.recommendation.index;

import org.jspecify.annotations.NullMarked;
