package news.kiosque.consent.choice;

import news.kiosque.consent.ledger.Entry;
import news.kiosque.consent.ledger.ReaderId;

/**
 * A choice that is on record, and whose it is.
 *
 * @param standing the reader's choice that counts now: another one when a request is repeated that others came after
 */
record Decided(ReaderId reader, Entry entry, Entry standing) {}
