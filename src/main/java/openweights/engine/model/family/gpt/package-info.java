/**
 * The families that have little in common with Llama: GPT-2, GPT-NeoX, BLOOM, and Falcon, with
 * fused queries, keys, and values, LayerNorm, and networks of their own.
 */
@NullMarked
package openweights.engine.model.family.gpt;

import org.jspecify.annotations.NullMarked;
