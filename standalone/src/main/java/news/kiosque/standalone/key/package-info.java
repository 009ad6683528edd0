/** The keys of a suite, made once, and the tokens that they sign. */
@NullMarked
package news.kiosque.standalone.key;

import org.jspecify.annotations.NullMarked;
