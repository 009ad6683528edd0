package news.kiosque.bench.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import news.kiosque.events.PublicArticle;

/**
 * The words of a collection, to tell other stories with. In each generation a word that tells something changes places
 * with another that occurs in about as many articles, always the same one, so that what belongs together stays together
 * and every frequency stays as it is. As many words are new as Heaps' law gives a text of that length.
 */
final class Vocabulary {
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    /** Words of more articles than this part are grammar and stay. */
    private static final double GRAMMAR = 0.02;
    private static final int STRIDE = 7919;

    private final Map<String, Place> places = new HashMap<>();
    private final double growth;

    /** A word among those that are about as frequent. */
    private record Place(List<String> equals, int at) {}

    Vocabulary(List<PublicArticle> articles) {
        Map<String, Integer> frequency = new HashMap<>();
        int half = 0;
        for (int i = 0; i < articles.size(); i++) {
            for (String word : words(articles.get(i))) {
                frequency.merge(word, 1, Integer::sum);
            }
            half = i == articles.size() / 2 ? frequency.size() : half;
        }
        this.growth = Math.log((double) frequency.size() / half) / Math.log(2);
        Map<Integer, List<String>> classes = new HashMap<>();
        frequency.entrySet().stream().filter(entry -> entry.getValue() < GRAMMAR * articles.size())
                .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue).thenComparing(Map.Entry::getKey))
                .forEach(entry -> {
                    int octave = Integer.SIZE - Integer.numberOfLeadingZeros(entry.getValue());
                    List<String> equals = classes.computeIfAbsent(octave, any -> new ArrayList<>());
                    places.put(entry.getKey(), new Place(equals, equals.size()));
                    equals.add(entry.getKey());
                });
    }

    /** The text in the words of a generation. */
    String retold(String text, int generation) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            Place place = places.get(matcher.group().toLowerCase());
            if (place != null) {
                String other = of(place, generation);
                matcher.appendReplacement(out, Character.isUpperCase(text.charAt(matcher.start()))
                        ? Character.toUpperCase(other.charAt(0)) + other.substring(1)
                        : other);
            }
        }
        return matcher.appendTail(out).toString();
    }

    private String of(Place place, int generation) {
        List<String> equals = place.equals();
        String other = equals.get((int) ((place.at() + (long) generation * STRIDE) % equals.size()));
        // Heaps: V(n) = k·n^β, so a generation's share of new words is β·n^(β−1).
        double isNew = growth * Math.pow(generation + 1.0, growth - 1);
        return Math.floorMod((other + generation).hashCode() * 0x9E3779B9, 1000) < 1000 * isNew
                ? other + (char) ('a' + generation % 26) + (char) ('a' + generation / 26)
                : other;
    }

    private static Set<String> words(PublicArticle article) {
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(article.headline() + "\n" + article.standfirst() + "\n"
                + article.body().getFirst().text());
        while (matcher.find()) {
            words.add(matcher.group().toLowerCase());
        }
        return words;
    }
}
