/**
 * Errors that a student can read: the cell's own line, its text, the message in plain words. Read
 * Explainer first.
 */
package openweights.runtime.kernel.error;
