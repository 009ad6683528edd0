/** Kills processes of a suite at random moments while it is written to and read, and holds it to every word that it gave. */
@NullMarked
package news.kiosque.story.rounds;

import org.jspecify.annotations.NullMarked;
