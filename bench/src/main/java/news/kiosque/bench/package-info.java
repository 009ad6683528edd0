/** Measures the product's own code beside what others use; each bench prints the figures that documents quote. */
@NullMarked
package news.kiosque.bench;

import org.jspecify.annotations.NullMarked;
