/** The command {@code kiosque}, one class a subcommand. */
@NullMarked
package news.kiosque.standalone.command;

import org.jspecify.annotations.NullMarked;
