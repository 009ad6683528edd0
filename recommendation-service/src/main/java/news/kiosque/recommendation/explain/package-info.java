/** Says of a list why each article is on it, and why others are not. */
@NullMarked
package news.kiosque.recommendation.explain;

import org.jspecify.annotations.NullMarked;
