/** What all commands print with: colors, tables, and steps that show how long they take. */
@NullMarked
package openweights.cli.terminal;

import org.jspecify.annotations.NullMarked;
