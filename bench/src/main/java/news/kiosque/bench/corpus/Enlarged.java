package news.kiosque.bench.corpus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import news.kiosque.events.Block;
import news.kiosque.events.PublicArticle;

/**
 * A collection made larger. The first generation is the collection itself; each further one lies a year before the last,
 * with the same bursts, and tells other stories in words that are as frequent ({@link Vocabulary}). A third of an article's
 * sentences come from others of its section of about the same day, so that no two generations have the same texts.
 */
public final class Enlarged implements Iterable<PublicArticle> {
    private static final Duration GENERATION = Duration.ofDays(365);
    private static final double BORROWED = 1 / 3.0;
    private static final int NEIGHBOURS = 25;

    private final List<PublicArticle> originals;
    private final Vocabulary vocabulary;
    private final int size;

    public Enlarged(Collection collection, int size) {
        this.originals = collection.articles().values().stream()
                .sorted(Comparator.comparing(PublicArticle::publishedAt).thenComparing(PublicArticle::id)).toList();
        this.vocabulary = new Vocabulary(originals);
        this.size = size;
    }

    public int size() {
        return size;
    }

    /** The latest first, so that a smaller collection holds the newest of a larger one. */
    @Override
    public Iterator<PublicArticle> iterator() {
        return IntStream.range(0, size).mapToObj(this::article).iterator();
    }

    /** @param number below {@link #size()}; 0 is the latest of the first generation */
    public PublicArticle article(int number) {
        int generation = number / originals.size();
        int place = originals.size() - 1 - number % originals.size();
        PublicArticle original = originals.get(place);
        return generation == 0 ? original : retold(original, place, generation);
    }

    private PublicArticle retold(PublicArticle original, int place, int generation) {
        Random random = new Random(31L * generation + place);
        StringBuilder body = new StringBuilder(text(original).length() + 64);
        for (String sentence : sentences(original)) {
            body.append(random.nextDouble() < BORROWED ? borrowed(original, place, random) : sentence).append(' ');
        }
        return new PublicArticle(original.id() + "-" + generation, original.edition(), original.language(),
                original.url() + "-" + generation, vocabulary.retold(original.headline(), generation),
                vocabulary.retold(original.standfirst(), generation), original.sections(), original.authors(),
                original.tags(), List.of(paragraph(vocabulary.retold(body.toString(), generation))), List.of(),
                List.of(), null, original.publishedAt().minus(GENERATION.multipliedBy(generation)),
                original.modifiedAt());
    }

    private String borrowed(PublicArticle original, int place, Random random) {
        for (int attempt = 0; attempt < NEIGHBOURS; attempt++) {
            int near = Math.clamp(place + random.nextInt(-NEIGHBOURS, NEIGHBOURS + 1), 0, originals.size() - 1);
            PublicArticle other = originals.get(near);
            if (other.sections().equals(original.sections())) {
                List<String> sentences = sentences(other);
                return sentences.get(random.nextInt(sentences.size()));
            }
        }
        return "";
    }

    private static List<String> sentences(PublicArticle article) {
        return new ArrayList<>(List.of(text(article).split("(?<=[.!?])\\s+")));
    }

    private static String text(PublicArticle article) {
        return String.valueOf(article.body().getFirst().text());
    }

    private static Block paragraph(String text) {
        return new Block("paragraph", text, null, null, null, null, null, null, null, null, null, null);
    }
}
