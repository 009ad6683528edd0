package news.kiosque.recommendation.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * People, places and organisations by how newspapers write them: words with a capital that do not merely begin a
 * sentence. Neighbours make one name as well: {@code emmanuel}, {@code macron} and {@code emmanuel macron}.
 */
final class Names {
    private static final int SHORTEST = 2;

    private final Analysis analysis;
    private final Language language;

    Names(String tag) {
        this.analysis = Analysis.of(tag);
        this.language = Language.of(tag);
    }

    /** The names in a running text, folded and unstemmed, each as often as it occurs. */
    List<String> in(String text) {
        return in(text, analysis.words(text));
    }

    /** @param words of the text */
    List<String> in(String text, List<Analysis.Word> words) {
        Set<String> certain = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            if (isCapitalised(words.get(i)) && !beginsSentence(text, words, i)) {
                certain.add(Analysis.folded(words.get(i).text()));
            }
        }
        List<String> names = new ArrayList<>();
        String before = "";
        for (int i = 0; i < words.size(); i++) {
            Analysis.Word word = words.get(i);
            String name = isCapitalised(word) ? Analysis.folded(word.text()) : "";
            if (!certain.contains(name) || language.isSilent(name)) {
                before = "";
                continue;
            }
            names.add(name);
            if (!before.isEmpty() && touches(text, words.get(i - 1), word)) {
                names.add(before + " " + name);
            }
            before = name;
        }
        return names;
    }

    private static boolean isCapitalised(Analysis.Word word) {
        return word.text().length() >= SHORTEST && Character.isUpperCase(word.text().charAt(0));
    }

    private static boolean beginsSentence(String text, List<Analysis.Word> words, int at) {
        if (at == 0) {
            return true;
        }
        String between = text.substring(words.get(at - 1).end(),
                Math.max(words.get(at - 1).end(), words.get(at).start()));
        return between.chars().anyMatch(c -> ".!?:;…«»\"“”\n•–—".indexOf(c) >= 0);
    }

    private static boolean touches(String text, Analysis.Word first, Analysis.Word second) {
        return second.start() >= first.end() && text.substring(first.end(), second.start()).chars()
                .allMatch(c -> c == ' ' || c == '-' || c == '\u00A0' || c == '\u2011');
    }
}
