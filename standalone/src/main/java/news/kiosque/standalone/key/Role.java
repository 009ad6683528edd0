package news.kiosque.standalone.key;

/** What somebody may do in the newsroom; the names are those in a token. */
public enum Role {
    reporter, editor, administrator
}
