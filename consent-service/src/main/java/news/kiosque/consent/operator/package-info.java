/** What administrators see and set: the ledger's health and proofs, and which law holds where. */
@NullMarked
package news.kiosque.consent.operator;

import org.jspecify.annotations.NullMarked;
