/** From gradients to new weights: AdamW, the learning rate schedule, gradient clipping. */
@NullMarked
package openweights.engine.train.optimizer;

import org.jspecify.annotations.NullMarked;
