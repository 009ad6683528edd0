/** How fast choices are taken and the ledger of them is checked. */
@NullMarked
package news.kiosque.bench.consent;

import org.jspecify.annotations.NullMarked;
