/** What all commands print with: colors, tables, and steps that show how long they take. */
package openweights.cli.terminal;
