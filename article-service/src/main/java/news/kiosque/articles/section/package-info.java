/** The tree of sections of each edition. */
@NullMarked
package news.kiosque.articles.section;

import org.jspecify.annotations.NullMarked;
