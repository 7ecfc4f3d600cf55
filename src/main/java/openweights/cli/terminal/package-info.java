/** What the commands share on a terminal: colors, and steps that show how long they take. */
@NullMarked
package openweights.cli.terminal;

import org.jspecify.annotations.NullMarked;
