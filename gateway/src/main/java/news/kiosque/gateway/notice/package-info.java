/** Fills the slot that pages leave for the consent notice, for the reader who asks. */
@NullMarked
package news.kiosque.gateway.notice;

import org.jspecify.annotations.NullMarked;
