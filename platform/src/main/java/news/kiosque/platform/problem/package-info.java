/** How every service says what is wrong: RFC 9457 problem details. */
@NullMarked
package news.kiosque.platform.problem;

import org.jspecify.annotations.NullMarked;
