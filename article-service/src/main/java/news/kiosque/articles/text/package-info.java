/** What is done to words before they are kept: names for addresses, and clean inline HTML. */
@NullMarked
package news.kiosque.articles.text;

import org.jspecify.annotations.NullMarked;
