/** Keeps the computed list of related articles with the article that it belongs to. */
@NullMarked
package news.kiosque.articles.related;

import org.jspecify.annotations.NullMarked;
