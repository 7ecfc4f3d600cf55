/**
 * Errors that a student can read: the cell's own line, its text, the message in plain words. Read
 * Explainer first.
 */
@NullMarked
package openweights.runtime.kernel.error;

import org.jspecify.annotations.NullMarked;
