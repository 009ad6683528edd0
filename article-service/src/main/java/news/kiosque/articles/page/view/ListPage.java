package news.kiosque.articles.page.view;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A home page, or all that one section, author or tag has.
 *
 * @param front whether it is the home page, whose masthead is larger and whose heading is not seen
 * @param trail from the home page down to what is above this page; empty on the home page
 * @param intro below the heading; empty for none
 * @param lead the newest, set large; null when the list is empty or goes on from an earlier page
 * @param second set in columns
 * @param rest in rows
 * @param newest the first page of the list, on each page but that one
 * @param older the next page; null on the last
 */
public record ListPage(Frame frame, Head head, boolean front, List<Link> trail, String heading, String intro,
        List<Link> subsections, @Nullable Teaser lead, List<Teaser> second, List<Teaser> rest, @Nullable String newest,
        @Nullable String older) {

    public boolean isEmpty() {
        return lead == null && second.isEmpty() && rest.isEmpty();
    }
}
