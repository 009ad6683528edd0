/** The database as all rooms of the service use it. */
@NullMarked
package news.kiosque.articles.store;

import org.jspecify.annotations.NullMarked;
