/** Lets readers look for words in what is published. */
@NullMarked
package news.kiosque.recommendation.search;

import org.jspecify.annotations.NullMarked;
