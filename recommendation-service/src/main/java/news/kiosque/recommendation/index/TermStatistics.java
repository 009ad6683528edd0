package news.kiosque.recommendation.index;

import java.util.List;

/**
 * In how many live articles of one language each term, name and tag occurs. It counts live articles only, so that an index that grew
 * and one that was rebuilt weigh every term alike. One thread writes; readers take no lock and may miss the change of
 * that very moment, which moves a weight by a hair.
 */
public final class TermStatistics {
    private record Table(int[] ids, int[] counts) {

        Table(int size) {
            this(new int[size], new int[size]);
        }

        int slot(int id) {
            int slot = (id * 0x9E3779B9) >>> 7 & (ids.length - 1);
            while (ids[slot] != 0 && ids[slot] != id) {
                slot = (slot + 1) & (ids.length - 1);
            }
            return slot;
        }
    }

    private volatile Table table = new Table(1 << 12);
    private volatile int articles;
    private int terms;

    /** The number of live articles. */
    public int articles() {
        return articles;
    }

    /** In how many articles the term occurs. */
    public int articlesWith(int id) {
        Table now = table;
        return now.counts()[now.slot(id == 0 ? 1 : id)];
    }

    /** How much a term tells: ln(1 + N / df), the smoothed inverse document frequency. */
    public float idf(int id) {
        return (float) Math.log(1 + (double) Math.max(1, articles) / Math.max(1, articlesWith(id)));
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
        for (TermBag bag : List.of(article.text(), article.names(), article.tags())) {
            for (int id : bag.ids()) {
                change(id == 0 ? 1 : id, by);
            }
        }
    }

    private void change(int id, int by) {
        Table now = table;
        int slot = now.slot(id);
        if (now.ids()[slot] == 0) {
            now.ids()[slot] = id;
            if (++terms * 2 > now.ids().length) {
                now = grown(now);
                slot = now.slot(id);
            }
        }
        now.counts()[slot] += by;
        table = now;
    }

    private static Table grown(Table old) {
        Table larger = new Table(old.ids().length * 2);
        for (int i = 0; i < old.ids().length; i++) {
            if (old.ids()[i] != 0) {
                int slot = larger.slot(old.ids()[i]);
                larger.ids()[slot] = old.ids()[i];
                larger.counts()[slot] = old.counts()[i];
            }
        }
        return larger;
    }
}
