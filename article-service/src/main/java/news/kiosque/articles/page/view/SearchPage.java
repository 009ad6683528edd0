package news.kiosque.articles.page.view;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The page on which readers look for articles.
 *
 * @param form what was asked, to be asked again in another way
 * @param outcome what was found, in words; null when nothing was asked
 * @param hint what to do when little was found; null for none
 * @param meant the same question with its words spelt as they probably were meant; null for none
 * @param earlier address of the page before this one; null on the first
 * @param later of the page after this one; null on the last
 */
public record SearchPage(Frame frame, Head head, Form form, @Nullable String outcome, @Nullable String hint,
        @Nullable Link meant, List<Hit> hits, @Nullable String earlier, @Nullable String later) {

    /** @param excerpt HTML in which what was found is marked */
    public record Hit(Teaser teaser, String excerpt) {}

    /**
     * The fields of the form, each with its name and what is in it.
     *
     * @param from a day such as {@code 2026-11-23}; empty for none
     */
    public record Form(String action, String text, Field section, Field sort, String fromName, String from,
            String toName, String to, int longest) {}

    /** A field with choices. */
    public record Field(String name, List<Choice> choices) {}

    public record Choice(String value, String text, boolean chosen) {}
}
