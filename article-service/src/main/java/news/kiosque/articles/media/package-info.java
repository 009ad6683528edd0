/** Pictures: taken in, kept once, and served for ever. */
@NullMarked
package news.kiosque.articles.media;

import org.jspecify.annotations.NullMarked;
