package news.kiosque.bench.store;

import java.util.Random;

/** Text of made-up words, so that a store that compresses has as much to do with it as with a newspaper's, or more. */
final class Prose {
    private static final int WORDS = 4_000;
    private static final String[] SYLLABLES = {"ba", "cher", "dan", "é", "fron", "gra", "hi", "jour", "la", "men", "no",
            "ou", "per", "qui", "ré", "son", "ti", "ture", "ver", "zon", "tion", "ais", "le", "du", "pro", "mar"};
    private static final String[] VOCABULARY = vocabulary();

    private final Random random;

    /** Always the same text for the same seed. */
    Prose(long seed) {
        this.random = new Random(seed);
    }

    private static String[] vocabulary() {
        Random random = new Random(WORDS);
        String[] words = new String[WORDS];
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            for (int syllable = 0; syllable <= i % 4; syllable++) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            words[i] = word.toString();
        }
        return words;
    }

    /** Of at least so many characters. */
    String text(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            // Some words are frequent, most are rare.
            double rank = random.nextDouble();
            text.append(VOCABULARY[(int) (rank * rank * WORDS)]).append(' ');
        }
        return text.toString();
    }
}
