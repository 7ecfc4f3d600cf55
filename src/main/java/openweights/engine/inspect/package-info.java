/** What can be said of a file or folder of weights without running it. */
package openweights.engine.inspect;
