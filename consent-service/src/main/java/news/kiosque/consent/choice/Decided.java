package news.kiosque.consent.choice;

import news.kiosque.consent.ledger.Entry;
import news.kiosque.consent.ledger.ReaderId;

/** A choice that is on record, and whose it is. */
record Decided(ReaderId reader, Entry entry) {}
