/**
 * The command line: one class per command. A command parses its arguments, calls one method and
 * shows the result. Only here does anything print to the terminal or end the process.
 */
@NullMarked
package openweights.cli;

import org.jspecify.annotations.NullMarked;
