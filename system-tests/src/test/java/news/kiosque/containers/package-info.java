/** Whether the compose file and the services' settings agree; needs no container engine. */
@NullMarked
package news.kiosque.containers;

import org.jspecify.annotations.NullMarked;
