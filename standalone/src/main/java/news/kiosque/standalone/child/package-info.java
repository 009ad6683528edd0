/** What runs inside every child process beside its program: the watch for the launcher's end. */
@NullMarked
package news.kiosque.standalone.child;

import org.jspecify.annotations.NullMarked;
