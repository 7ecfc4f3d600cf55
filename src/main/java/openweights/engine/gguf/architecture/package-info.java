/**
 * What a GGUF file says about a model, in Hugging Face's terms: the keys of config.json, and the
 * names, shapes, and rows of the tensors. One file per architecture, or per group of architectures
 * that differ in a few keys; {@link openweights.engine.gguf.architecture.Architecture#of} lists
 * them.
 */
@NullMarked
package openweights.engine.gguf.architecture;

import org.jspecify.annotations.NullMarked;
