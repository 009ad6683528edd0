package news.kiosque.articles.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name made fit for an address: {@code L’été à Œuf-sur-Mer} becomes {@code l-ete-a-oeuf-sur-mer}. */
public final class Slug {
    public static final int MAX_LENGTH = 80;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER_HYPHENS = Pattern.compile("^-+|-+$");
    private static final Pattern VALID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Slug() {}

    /** At most {@value #MAX_LENGTH} characters of a–z, 0–9 and single hyphens, cut between words; may be empty. */
    public static String of(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")
                .replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("ı", "i");
        String plain = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        String hyphenated = OUTER_HYPHENS.matcher(NEITHER_LETTER_NOR_DIGIT.matcher(plain).replaceAll("-"))
                .replaceAll("");
        return hyphenated.length() <= MAX_LENGTH ? hyphenated : cut(hyphenated);
    }

    /** Whether it is already what {@link #of} could have made. */
    public static boolean isValid(String slug) {
        return slug.length() <= MAX_LENGTH && VALID.matcher(slug).matches();
    }

    private static String cut(String tooLong) {
        int lastHyphen = tooLong.lastIndexOf('-', MAX_LENGTH);
        return tooLong.substring(0, lastHyphen > MAX_LENGTH / 2 ? lastHyphen : MAX_LENGTH);
    }
}
