/** Commands for models: look at them, run them, train and change them, audit them. */
package openweights.cli.engine;
