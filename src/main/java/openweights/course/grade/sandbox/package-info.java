/**
 * Runs a program so that it can reach nothing: no network, no file but those it is given to read,
 * no other process, no more memory, time, threads or disk than its limits say.
 *
 * <p>Reading order: {@link openweights.course.grade.sandbox.Jail}, {@link
 * openweights.course.grade.sandbox.Sandbox}, {@link openweights.course.grade.sandbox.Bubblewrap}.
 */
package openweights.course.grade.sandbox;
