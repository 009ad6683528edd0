/** The only service that faces browsers. */
@NullMarked
package news.kiosque.gateway;

import org.jspecify.annotations.NullMarked;
