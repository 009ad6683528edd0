package news.kiosque.consent.ledger;

/** A reader as the ledger knows one: a pseudonym and the key of what was sealed; both go when the reader asks for it. */
record Subject(String pseudonym, SubjectKey key) {}
