package news.kiosque.articles.page.view;

import org.jspecify.annotations.Nullable;

/**
 * An article as a list shows it.
 *
 * @param label what its media are, such as {@code VIDÉO}; empty for none
 * @param language of its words where that is not the page's own
 * @param section null where its section is not known
 */
public record Teaser(Link article, String label, @Nullable String language, String standfirst, @Nullable Link section,
        Moment published, @Nullable Picture picture) {}
