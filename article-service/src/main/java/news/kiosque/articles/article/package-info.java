/** An article's life from draft to page to withdrawal, and the newsroom's API for it. */
@NullMarked
package news.kiosque.articles.article;

import org.jspecify.annotations.NullMarked;
