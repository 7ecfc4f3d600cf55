/**
 * The command line: one class per command; the only place that prints to the terminal or ends the
 * process.
 */
package openweights.cli;
