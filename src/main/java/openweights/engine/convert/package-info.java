/**
 * Writes a model in another format and type: GGUF for llama.cpp, safetensors for Hugging Face's
 * libraries. Read {@link openweights.engine.convert.Conversion} first.
 */
@NullMarked
package openweights.engine.convert;

import org.jspecify.annotations.NullMarked;
