package news.kiosque.recommendation.explain;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import news.kiosque.recommendation.index.Analysis;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.OpenReader;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.index.SearchableText;
import news.kiosque.recommendation.index.TermBag;
import news.kiosque.recommendation.index.TermStatistics;

/** The text of an article as searches know it: the index knows of terms only their hashes. */
record StoredText(int document, String text) {

    static StoredText of(String articleId, OpenReader reader) throws IOException {
        int document = reader.find(articleId);
        String text = document < 0 ? null : reader.reader().storedFields().document(document).get(SearchableText.TEXT);
        return new StoredText(document, text == null ? "" : text);
    }

    /** What was looked for, in words. */
    List<Explanation.Term> terms(Profile article, List<CandidateIndex.WeightedTerm> sought, CandidateIndex.View view) {
        Analysis analysis = Analysis.of(article.language());
        Map<Integer, String> words = new HashMap<>();
        Stream.of(article.headline(), text).flatMap(part -> analysis.terms(part).stream())
                .forEach(term -> words.putIfAbsent(TermBag.id(term), term));
        TermStatistics statistics = view.statistics(article.language());
        return sought.stream().map(term -> new Explanation.Term(words.getOrDefault(term.id(), "an alias"),
                term.weight(), statistics.articlesWith(term.id()))).toList();
    }
}
