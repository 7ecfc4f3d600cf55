/** Adapters: a few weights that learn beside many that stay (LoRA). */
package openweights.engine.train.lora;
