/** What each page shows, ready to be set by a template, and the fixed words around it. */
@NullMarked
package news.kiosque.articles.page.view;

import org.jspecify.annotations.NullMarked;
