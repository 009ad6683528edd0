package news.kiosque.standalone.backup;

/**
 * A stretch of a backup.
 *
 * @param name of the manifest, of a file below the data folder, or {@code database/collection}
 */
record Part(Kind kind, String name) {
    static final Part MANIFEST = new Part(Kind.manifest, "");

    /** {@code again} is what was read of a collection a second time: what changed meanwhile. */
    enum Kind {
        manifest, file, documents, again
    }

    static Part file(String path) {
        return new Part(Kind.file, path);
    }

    static Part documents(String database, String collection) {
        return new Part(Kind.documents, database + "/" + collection);
    }

    static Part again(String database, String collection) {
        return new Part(Kind.again, database + "/" + collection);
    }

    /** @throws NotABackup when it is none */
    static Part parse(String title) {
        int space = title.indexOf(' ');
        try {
            return new Part(Kind.valueOf(title.substring(0, space)), title.substring(space + 1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new NotABackup("it has a part that is unknown here: " + title, e);
        }
    }

    boolean isOfDocuments() {
        return kind == Kind.documents || kind == Kind.again;
    }

    String database() {
        return name.substring(0, name.indexOf('/'));
    }

    String collection() {
        return name.substring(name.indexOf('/') + 1);
    }

    String title() {
        return kind + " " + name;
    }
}
