/** Shows those who run the paper why an article is listed with another. */
@NullMarked
package news.kiosque.recommendation.bureau;

import org.jspecify.annotations.NullMarked;
