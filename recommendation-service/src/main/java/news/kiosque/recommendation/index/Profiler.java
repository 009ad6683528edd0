package news.kiosque.recommendation.index;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import news.kiosque.events.PublicArticle;

/** Reads an article into its profile. */
public final class Profiler {

    /** Terms of a lead: newsrooms write standfirsts of a word or of a paragraph, so it reaches into the body. */
    private static final int LEAD = 60;
    private static final String NAME = "@";
    private static final String TAG = "#";
    private static final String AUTHOR = "&";

    private Profiler() {}

    public static Profile profile(PublicArticle article) {
        return profile(ArticleWords.of(article));
    }

    public static Profile profile(ArticleWords words) {
        PublicArticle article = words.article();
        Analysis analysis = Analysis.of(article.language());
        List<String> headline = analysis.terms(words.headline());
        List<String> below = analysis.terms(words.below());
        List<String> text = new ArrayList<>(headline);
        text.addAll(below);
        Names names = new Names(article.language());
        String section = article.sections().isEmpty() ? "" : article.sections().getLast().path();
        return new Profile(article.id(), article.edition(), Language.primary(article.language()), article.headline(),
                section, article.publishedAt(), TermBag.of(text), TermBag.of(headline),
                TermBag.of(below.subList(0, Math.min(LEAD, below.size()))),
                marked(NAME, names.in(words.text(), words.words()).stream()),
                marked(TAG, article.tags().stream().map(PublicArticle.Tag::slug).distinct()),
                marked(AUTHOR, article.authors().stream().map(PublicArticle.Author::slug).distinct()),
                Picks.of(article));
    }

    /** The term that stands for a name. @param name in lower case without accents */
    public static int nameId(String name) {
        return TermBag.id(NAME + name);
    }

    /** Names and tags are other terms than the words that they are written with, and as rare as they are as such. */
    private static TermBag marked(String mark, Stream<String> terms) {
        return TermBag.of(terms.map(mark::concat).toList());
    }
}
