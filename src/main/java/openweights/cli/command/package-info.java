/** What all commands have in common: help, where they print, and how they end. */
@NullMarked
package openweights.cli.command;

import org.jspecify.annotations.NullMarked;
