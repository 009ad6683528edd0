package news.kiosque.articles.page.view;

import java.util.List;

/** A page that says one thing, such as that an article was withdrawn, and where to go from there. */
public record PlainPage(Frame frame, Head head, String heading, List<String> lines, Link next) {}
