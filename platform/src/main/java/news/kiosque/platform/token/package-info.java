/** How services know who asks: short-lived tokens that the gateway signs and every service verifies. */
@NullMarked
package news.kiosque.platform.token;

import org.jspecify.annotations.NullMarked;
