/**
 * Runs an untrusted program so that it reaches nothing: no network, no files except those mounted
 * read-only, no other processes, and no more memory, time, threads or disk than its limits allow.
 *
 * <p>Reading order: {@link openweights.grading.sandbox.SandboxSpec}, {@link
 * openweights.grading.sandbox.Sandbox}, {@link openweights.grading.sandbox.Bubblewrap}.
 */
@NullMarked
package openweights.grading.sandbox;

import org.jspecify.annotations.NullMarked;
