package news.kiosque.consent.ledger;

import news.kiosque.proof.LedgerRecord;

/**
 * A choice on record, opened.
 *
 * @param replayed whether it was there before this request, which only repeated it
 */
public record Entry(LedgerRecord record, Choice choice, boolean replayed) {}
