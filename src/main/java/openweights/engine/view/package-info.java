/**
 * A model's tensors as the engine computes with them: under their names on the Hugging Face hub,
 * with the shapes that its families expect, however a file has them.
 */
@NullMarked
package openweights.engine.view;

import org.jspecify.annotations.NullMarked;
