/** The append-only proof of every choice: a chain a subject, sealed payloads, signed Merkle roots. */
@NullMarked
package news.kiosque.consent.ledger;

import org.jspecify.annotations.NullMarked;
