/**
 * Runs a program so that it can reach nothing: no network, no file but those it is given to read,
 * no other process, no more memory, time, threads or disk than its limits say.
 *
 * <p>Reading order: {@link openweights.grading.sandbox.Jail}, {@link
 * openweights.grading.sandbox.Sandbox}, {@link openweights.grading.sandbox.Bubblewrap}.
 */
@NullMarked
package openweights.grading.sandbox;

import org.jspecify.annotations.NullMarked;
