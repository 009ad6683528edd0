/** What the embedded store costs beside MongoDB's own server, asked as article-service asks. */
@NullMarked
package news.kiosque.bench.store;

import org.jspecify.annotations.NullMarked;
