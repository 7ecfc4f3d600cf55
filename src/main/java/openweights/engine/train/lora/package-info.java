/**
 * LoRA adapters: a few weights are trained beside many that stay frozen. Read {@link
 * openweights.engine.train.lora.Adapter}, then {@link openweights.engine.train.lora.LoraTrainer}.
 */
@NullMarked
package openweights.engine.train.lora;

import org.jspecify.annotations.NullMarked;
