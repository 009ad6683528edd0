/** The cookie that keeps a reader's choice, as the consent-service makes it and the gateway reads it. */
@NullMarked
package news.kiosque.platform.consent;

import org.jspecify.annotations.NullMarked;
