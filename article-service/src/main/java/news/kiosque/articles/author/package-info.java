/** The people who write, each with a page of their own. */
@NullMarked
package news.kiosque.articles.author;

import org.jspecify.annotations.NullMarked;
