/** Brings whole archives into a running suite and out of it, through its API: a line of JSON an article. */
@NullMarked
package news.kiosque.standalone.archive;

import org.jspecify.annotations.NullMarked;
