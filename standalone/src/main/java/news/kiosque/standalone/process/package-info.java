/** Programs as child processes: started, watched, restarted when they die, and logged. */
@NullMarked
package news.kiosque.standalone.process;

import org.jspecify.annotations.NullMarked;
