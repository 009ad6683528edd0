/** The subjects that articles are marked with. */
@NullMarked
package news.kiosque.articles.tag;

import org.jspecify.annotations.NullMarked;
