/** How what the service does by itself begins and ends. */
@NullMarked
package news.kiosque.consent.life;

import org.jspecify.annotations.NullMarked;
