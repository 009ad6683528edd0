/** Shows what the index has heard of, to be compared with what is published. */
@NullMarked
package news.kiosque.recommendation.digest;

import org.jspecify.annotations.NullMarked;
