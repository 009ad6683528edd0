package news.kiosque.recommendation.index;

import java.util.List;

/**
 * In how many live articles of one language each term, name and tag occurs. It counts live articles only, so that an index that grew
 * and one that was rebuilt weigh every term alike. One thread writes; readers take no lock and may miss the change of
 * that very moment, which moves a weight by a hair.
 */
public final class TermStatistics {
    private static final int FREQUENCIES = 1 << 10;

    /** @param cells an id and its count side by side, so that to ask costs one access to memory */
    private record Table(int[] cells) {
        int slots() {
            return cells.length / 2;
        }

        /** Where the id lies, or would. */
        int cell(int id) {
            int mask = slots() - 1;
            int slot = (id * 0x9E3779B9) >>> 7 & mask;
            while (cells[2 * slot] != 0 && cells[2 * slot] != id) {
                slot = (slot + 1) & mask;
            }
            return 2 * slot;
        }
    }

    /** The idf of what occurs in so many articles, as long as there are as many in all. */
    private record Idfs(int articles, float[] byFrequency) {

        static Idfs of(int articles) {
            float[] byFrequency = new float[FREQUENCIES];
            for (int i = 0; i < FREQUENCIES; i++) {
                byFrequency[i] = idf(articles, i);
            }
            return new Idfs(articles, byFrequency);
        }
    }

    private volatile Table table = new Table(new int[1 << 13]);
    private volatile Idfs idfs = Idfs.of(0);
    private volatile int articles;
    private int terms;

    /** The number of live articles. */
    public int articles() {
        return articles;
    }

    /** In how many articles the term occurs. */
    public int articlesWith(int id) {
        Table now = table;
        return now.cells()[now.cell(id == 0 ? 1 : id) + 1];
    }

    /** How much a term tells: ln(1 + N / df), the smoothed inverse document frequency. */
    public float idf(int id) {
        int with = articlesWith(id);
        int all = articles;
        if (with >= FREQUENCIES) {
            return idf(all, with);
        }
        Idfs now = idfs;
        if (now.articles() != all) {
            now = Idfs.of(all);
            idfs = now;
        }
        return now.byFrequency()[with];
    }

    private static float idf(int articles, int with) {
        return (float) Math.log(1 + (double) Math.max(1, articles) / Math.max(1, with));
    }

    synchronized void add(Profile article) {
        articles++;
        change(article, 1);
    }

    synchronized void remove(Profile article) {
        articles--;
        change(article, -1);
    }

    private void change(Profile article, int by) {
        for (TermBag bag : List.of(article.text(), article.names(), article.tags(), article.byline())) {
            for (int id : bag.ids()) {
                change(id == 0 ? 1 : id, by);
            }
        }
    }

    private void change(int id, int by) {
        Table now = table;
        int cell = now.cell(id);
        if (now.cells()[cell] == 0) {
            now.cells()[cell] = id;
            if (++terms * 2 > now.slots()) {
                now = grown(now);
                cell = now.cell(id);
            }
        }
        now.cells()[cell + 1] += by;
        table = now;
    }

    private static Table grown(Table old) {
        Table larger = new Table(new int[2 * old.cells().length]);
        for (int cell = 0; cell < old.cells().length; cell += 2) {
            if (old.cells()[cell] != 0) {
                int there = larger.cell(old.cells()[cell]);
                larger.cells()[there] = old.cells()[cell];
                larger.cells()[there + 1] = old.cells()[cell + 1];
            }
        }
        return larger;
    }
}
