package news.kiosque.recommendation.index;

import java.util.List;

import news.kiosque.events.PublicArticle;

/**
 * An article's text without its marks, and its words: read and cut once for all that is made of them.
 *
 * @param text headline, standfirst and body, a line each
 * @param words of the text
 */
public record ArticleWords(PublicArticle article, String standfirst, String body, String text,
        List<Analysis.Word> words) {

    public static ArticleWords of(PublicArticle article) {
        String standfirst = PlainText.of(article.standfirst());
        String body = PlainText.of(article.body());
        // A headline is a sentence, so that the standfirst begins one.
        String text = article.headline() + ".\n" + standfirst + "\n" + body;
        return new ArticleWords(article, standfirst, body, text, Analysis.of(article.language()).words(text));
    }

    List<Analysis.Word> headline() {
        return words.subList(0, wordsBefore(article.headline().length() + 1));
    }

    List<Analysis.Word> standfirstWords() {
        return below().subList(0, wordsBefore(bodyBegins()) - headline().size());
    }

    /** Standfirst and body. */
    List<Analysis.Word> below() {
        return words.subList(headline().size(), words.size());
    }

    private int bodyBegins() {
        return text.length() - body.length();
    }

    /** How many words end before or at a place of the text. */
    int wordsBefore(int place) {
        int from = 0;
        int to = words.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (words.get(middle).end() <= place) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
