/** What a service has to know of a restore from backup (docs/adr/0014-backup-and-restore.md). */
@NullMarked
package news.kiosque.platform.restore;

import org.jspecify.annotations.NullMarked;
