package news.kiosque.articles.request;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Revisions as entity tags, and the header that says which one a change is meant for. */
public final class IfMatch {

    private IfMatch() {}

    /** The entity tag of a revision: {@code "3"}, with its quotes. */
    public static String tag(long rev) {
        return "\"" + rev + "\"";
    }

    /** Whether this revision is one that the header names; {@code *} is any. */
    public static boolean names(String header, long rev) {
        return Arrays.stream(header.split(",")).map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag(rev)));
    }

    public static boolean isMissing(@Nullable String header) {
        return header == null || header.isBlank();
    }
}
