package news.kiosque.articles.page.view;

/** An address and what it is called. */
public record Link(String href, String text) {}
