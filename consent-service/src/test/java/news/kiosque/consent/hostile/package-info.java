/** Requests that are almost right, by the thousand. */
@NullMarked
package news.kiosque.consent.hostile;

import org.jspecify.annotations.NullMarked;
