/** From gradients to new weights: AdamW, the rate's way up and down, a limit to the gradient. */
@NullMarked
package openweights.engine.train.optimizer;

import org.jspecify.annotations.NullMarked;
