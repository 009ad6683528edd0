/** The rules that every request and every answer passes at the site's edge, whoever serves it behind. */
@NullMarked
package news.kiosque.gateway.edge;

import org.jspecify.annotations.NullMarked;
