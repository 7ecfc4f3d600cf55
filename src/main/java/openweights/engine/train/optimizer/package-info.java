/** From gradients to new weights: AdamW, the rate's way up and down, a limit to the gradient. */
package openweights.engine.train.optimizer;
