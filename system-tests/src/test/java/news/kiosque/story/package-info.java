/** What must work for an editor, a reader and an operator, told through the gateway against the whole suite. */
@NullMarked
package news.kiosque.story;

import org.jspecify.annotations.NullMarked;
