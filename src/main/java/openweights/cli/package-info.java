/**
 * The command line, the only place that prints to the terminal or ends the process.
 *
 * <p>A command is one class in {@code cli.engine}, {@code cli.course} or {@code cli.grading}: it
 * parses its arguments, calls one method of the wing it is named after, and prints what comes back.
 * Read {@link openweights.cli.Main} first, then {@code CommandGroup}, which lists them all.
 */
@NullMarked
package openweights.cli;

import org.jspecify.annotations.NullMarked;
