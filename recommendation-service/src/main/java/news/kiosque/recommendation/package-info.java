/** Finds, for every article, the articles that its readers may want to read next, and says why. */
@NullMarked
package news.kiosque.recommendation;

import org.jspecify.annotations.NullMarked;
