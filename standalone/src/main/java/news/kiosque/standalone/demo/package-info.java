/** The demo edition: articles and pictures made for Kiosque, posted through the public API as any newsroom would. */
@NullMarked
package news.kiosque.standalone.demo;

import org.jspecify.annotations.NullMarked;
