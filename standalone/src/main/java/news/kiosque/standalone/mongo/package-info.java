/** The embedded Mongo server: keeps a small newsroom's work on one machine where no MongoDB is installed. */
@NullMarked
package news.kiosque.standalone.mongo;

import org.jspecify.annotations.NullMarked;
