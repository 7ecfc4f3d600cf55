/**
 * Errors explained for students: the line of the cell, its text, and the message in plain words.
 * Read {@code Explainer} first.
 */
@NullMarked
package openweights.runtime.kernel.error;

import org.jspecify.annotations.NullMarked;
