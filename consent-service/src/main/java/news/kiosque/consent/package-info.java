/** The consent-service: it asks readers, keeps what they chose and can prove it. */
@NullMarked
package news.kiosque.consent;

import org.jspecify.annotations.NullMarked;
