/** Asks the recommendation-service what readers look for. */
@NullMarked
package news.kiosque.articles.search;

import org.jspecify.annotations.NullMarked;
