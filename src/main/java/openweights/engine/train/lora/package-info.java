/** Adapters: a few weights that learn beside many that stay (LoRA). */
@NullMarked
package openweights.engine.train.lora;

import org.jspecify.annotations.NullMarked;
