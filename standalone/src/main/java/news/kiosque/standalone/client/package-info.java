/** Speaks to a suite through its gateway, as the commands and the demo edition do. */
@NullMarked
package news.kiosque.standalone.client;

import org.jspecify.annotations.NullMarked;
