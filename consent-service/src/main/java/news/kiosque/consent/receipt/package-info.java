/** What readers may take away: a signed receipt of every choice, and all that is on record of them. */
@NullMarked
package news.kiosque.consent.receipt;

import org.jspecify.annotations.NullMarked;
