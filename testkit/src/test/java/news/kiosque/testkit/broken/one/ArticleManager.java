package news.kiosque.testkit.broken.one;

import news.kiosque.elsewhere.Neighbour;
import news.kiosque.testkit.broken.two.Blocking;

/** Breaks the rules on names, on cycles and on other services. */
public class ArticleManager {
    Blocking other;
    Neighbour neighbour;
}
