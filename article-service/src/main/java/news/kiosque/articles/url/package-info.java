/** Who owns which path of the site. */
@NullMarked
package news.kiosque.articles.url;

import org.jspecify.annotations.NullMarked;
