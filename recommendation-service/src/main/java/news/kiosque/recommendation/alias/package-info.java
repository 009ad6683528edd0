/** The names that are spelt in several ways, as editors agree on them. */
@NullMarked
package news.kiosque.recommendation.alias;

import org.jspecify.annotations.NullMarked;
