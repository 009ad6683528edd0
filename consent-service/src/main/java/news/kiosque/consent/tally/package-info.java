/** How many chose what, day by day: counts without any reader in them. */
@NullMarked
package news.kiosque.consent.tally;

import org.jspecify.annotations.NullMarked;
