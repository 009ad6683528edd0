/** Keeps this instance's index equal to what is published. */
@NullMarked
package news.kiosque.recommendation.intake;

import org.jspecify.annotations.NullMarked;
