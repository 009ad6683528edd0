/** Puts all that a suite keeps into one file, and makes a suite of such a file (docs/adr/0014-backup-and-restore.md). */
@NullMarked
package news.kiosque.standalone.backup;

import org.jspecify.annotations.NullMarked;
