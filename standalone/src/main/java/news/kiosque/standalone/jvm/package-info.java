/** How a service's jar becomes a quickly starting process: extracted once, with a recorded AOT cache. */
@NullMarked
package news.kiosque.standalone.jvm;

import org.jspecify.annotations.NullMarked;
