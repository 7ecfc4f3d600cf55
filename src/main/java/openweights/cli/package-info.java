/**
 * The command line: one class per command; the only place that prints to the terminal or ends the
 * process.
 */
@NullMarked
package openweights.cli;

import org.jspecify.annotations.NullMarked;
