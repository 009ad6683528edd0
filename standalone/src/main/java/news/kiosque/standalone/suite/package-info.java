/** The whole suite on one machine: its data folder, its ports, the order of its start and its end. */
@NullMarked
package news.kiosque.standalone.suite;

import org.jspecify.annotations.NullMarked;
