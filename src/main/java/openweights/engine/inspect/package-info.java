/**
 * What can be said about a weights file or a model's folder without running it: its tensors ({@link
 * openweights.engine.inspect.Inspection}) and what a model needs ({@link
 * openweights.engine.inspect.ModelSummary}).
 */
@NullMarked
package openweights.engine.inspect;

import org.jspecify.annotations.NullMarked;
