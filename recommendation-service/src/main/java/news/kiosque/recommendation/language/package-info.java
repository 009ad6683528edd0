/** Tells which language a text is in, to check what its article says. */
@NullMarked
package news.kiosque.recommendation.language;

import org.jspecify.annotations.NullMarked;
