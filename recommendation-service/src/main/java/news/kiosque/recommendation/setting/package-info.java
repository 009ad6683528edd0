/** What the newsroom decided of lists and searches, the same on every instance. */
@NullMarked
package news.kiosque.recommendation.setting;

import org.jspecify.annotations.NullMarked;
