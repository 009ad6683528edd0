/** The editions: one site of one language each, with its own sections and its own place in the address. */
@NullMarked
package news.kiosque.articles.edition;

import org.jspecify.annotations.NullMarked;
