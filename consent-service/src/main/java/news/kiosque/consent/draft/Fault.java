package news.kiosque.consent.draft;

/**
 * What is wrong with a draft.
 *
 * @param pointer JSON pointer to the field
 * @param detail what to write instead
 */
public record Fault(String pointer, String detail) {}
