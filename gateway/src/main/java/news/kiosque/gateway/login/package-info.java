/** Who of the newsroom is asking, and how the services are told so. */
@NullMarked
package news.kiosque.gateway.login;

import org.jspecify.annotations.NullMarked;
