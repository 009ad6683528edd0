/** What every service needs to take part in the suite, and nothing that only one of them needs. */
@NullMarked
package news.kiosque.platform;

import org.jspecify.annotations.NullMarked;
