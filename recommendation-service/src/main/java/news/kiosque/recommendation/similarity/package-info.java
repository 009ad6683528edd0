/** How alike two articles are, which of the like ones a reader is shown, and why. */
@NullMarked
package news.kiosque.recommendation.similarity;

import org.jspecify.annotations.NullMarked;
