/** Reads what arrives at the API strictly, and says of each field what is wrong with it. */
@NullMarked
package news.kiosque.articles.request;

import org.jspecify.annotations.NullMarked;
