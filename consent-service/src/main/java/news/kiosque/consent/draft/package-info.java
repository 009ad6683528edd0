/** The next notice: an administrator drafts it, sees what it changes and how it looks, and publishes it. */
@NullMarked
package news.kiosque.consent.draft;

import org.jspecify.annotations.NullMarked;
