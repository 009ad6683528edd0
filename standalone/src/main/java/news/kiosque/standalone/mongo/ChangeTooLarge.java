package news.kiosque.standalone.mongo;

/** One command would change more than fits into memory; nothing of it was kept. */
final class ChangeTooLarge extends RuntimeException {

    ChangeTooLarge(int most) {
        super("one command may change at most " + (most >> 20)
                + " MB in documents and indexes: change fewer documents at once; nothing was changed");
    }
}
