/** Keeps the list of every article right: its own when it is published, those of others that should now name it, or not. */
@NullMarked
package news.kiosque.recommendation.related;

import org.jspecify.annotations.NullMarked;
