/**
 * Training: from a recipe to weights, with the same bytes on every machine.
 *
 * <p>Read {@link openweights.engine.train.Trainer} (a step), then {@code network} (forward and
 * backward), {@code optimizer} (AdamW), {@code recipe} and {@code run} (a recipe becomes a model in
 * a folder), {@code tune} (fine-tuning) and {@code lora} (adapters).
 */
@NullMarked
package openweights.engine.train;

import org.jspecify.annotations.NullMarked;
