/** Which service answers which address, and what readers see when it does not. */
@NullMarked
package news.kiosque.gateway.route;

import org.jspecify.annotations.NullMarked;
