/** The article-service: articles from draft to page. */
@NullMarked
package news.kiosque.articles;

import org.jspecify.annotations.NullMarked;
