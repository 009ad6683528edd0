/** The pages that readers see, and how they are fetched, put together and answered. */
@NullMarked
package news.kiosque.articles.page;

import org.jspecify.annotations.NullMarked;
