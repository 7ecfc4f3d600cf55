/**
 * Reads GGUF files, the format of llama.cpp: a model in one file, or in numbered parts, with its
 * configuration and its tokenizer. Read {@link openweights.engine.gguf.Gguf} first, then {@link
 * openweights.engine.gguf.GgufReader} and {@link openweights.engine.gguf.TensorLayout} (which files
 * are refused, and why).
 */
@NullMarked
package openweights.engine.gguf;

import org.jspecify.annotations.NullMarked;
