/** Takes whole archives in, and gives the newsroom's own out in the same shape: a line of JSON an article. */
@NullMarked
package news.kiosque.articles.importer;

import org.jspecify.annotations.NullMarked;
