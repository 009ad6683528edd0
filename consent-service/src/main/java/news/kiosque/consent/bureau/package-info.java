/** The consent pages of the bureau: what was chosen, whether the ledger is whole, and the notice that is asked next. */
@NullMarked
package news.kiosque.consent.bureau;

import org.jspecify.annotations.NullMarked;
