/** What readers choose: the forms and the API under {@code /choix}, and the cookies that keep the choice. */
@NullMarked
package news.kiosque.consent.choice;

import org.jspecify.annotations.NullMarked;
