/** Learns from the links that editors placed which articles belong together, and says whether that would be better. */
@NullMarked
package news.kiosque.recommendation.learning;

import org.jspecify.annotations.NullMarked;
